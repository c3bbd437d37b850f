# METADATA
# title: Images that copy their whole context leave private files out of it
# description: "`COPY . .` takes along what lies in the folder of whoever builds: the history with its remote's token, and local secrets."
# related_resources:
#   - https://docs.docker.com/build/concepts/context/#dockerignore-files
# custom:
#   id: image-leaves-private-files-out
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: supporting, because: an image is handed to many who must not see the secrets of who built it}
#   tests: design
#   reads: [copies_context, private_context]
#   remediation:
#     dockerfile: "name `.git` and `**/.env` in a `.dockerignore` beside the Dockerfile, or copy only the folders that are needed"
#   since: "0.1.0"
package gapcheck.image.leaves_private_files_out

subjects contains image.id if {
	some image in input.image
	image.copies_context
}

# One finding for all of them: one file leaves them out.
deny contains {"subject": image.id, "path": ["private_context"], "message": message} if {
	some image in input.image
	count(image.private_context) > 0
	message := sprintf("%s copies its context with %s, where they lie in it", [image.name, concat(" and ", image.private_context)])
}
