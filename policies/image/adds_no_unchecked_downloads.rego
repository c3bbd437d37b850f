# METADATA
# title: Builds add no files from the net without a checksum
# description: What an address gives today may be something else tomorrow.
# custom:
#   id: image-adds-no-unchecked-downloads
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: integrity, strength: primary, because: what is taken in must be what was meant}
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: builds must repeat}
#   tests: design
#   reads: [additions]
#   remediation:
#     dockerfile: "give `ADD` a `--checksum=sha256:...`, or keep the file in the repository and `COPY` it"
#   since: "0.1.0"
package gapcheck.image.adds_no_unchecked_downloads

subjects contains image.id if some image in input.image

deny contains {"subject": image.id, "path": ["additions", sprintf("%d", [index]), "source"], "message": message} if {
	some image in input.image
	some index, addition in image.additions
	addition.remote == true
	not addition.checksum
	message := sprintf("the image of %s takes in %s unchecked", [image.name, addition.source])
}
