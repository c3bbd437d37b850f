# METADATA
# title: Workflows name what their token may read
# description: "A token that may read everything reads security alerts, packages and discussions as well as the code that a job came for."
# custom:
#   id: pipeline-names-rights-it-reads
#   severity: low
#   criteria:
#     - {id: CC6.3, aspect: pipeline-rights, strength: supporting, because: a token that needs the code has no use for the list of open weaknesses}
#   tests: design
#   reads: [permissions]
#   remediation:
#     github-actions: "name the scopes in place of `read-all`: `permissions: {contents: read}`"
#   aliases:
#     zizmor: [excessive-permissions]
#   since: "0.1.0"
package gapcheck.pipeline.names_rights_it_reads

subjects contains pipeline.id if {
	some pipeline in input.pipeline
	pipeline.permissions
}

deny contains {"subject": pipeline.id, "path": ["permissions", "all"], "message": message} if {
	some pipeline in input.pipeline
	pipeline.permissions.all == "read"
	message := sprintf("%s lets its token read everything", [pipeline.name])
}
