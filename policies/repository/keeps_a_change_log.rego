# METADATA
# title: A change log tells users what changed
# description: Users and staff cannot act on changes that they do not hear of.
# custom:
#   id: repository-keeps-a-change-log
#   severity: low
#   criteria:
#     - {id: CC2.3, aspect: release-notes, strength: primary, because: those outside learn of changes that matter to them}
#     - {id: CC8.1, aspect: change-records, strength: supporting, because: what changed is written down}
#   tests: design
#   reads: [change_log]
#   remediation:
#     repository: "keep CHANGELOG.md, one section a release"
#   since: "0.1.0"
package gapcheck.repository.keeps_a_change_log

subjects contains repository.id if some repository in input.repository

deny contains {"subject": repository.id, "path": ["change_log"], "message": message} if {
	some repository in input.repository
	not repository.change_log
	message := sprintf("%s keeps no change log", [repository.name])
}
