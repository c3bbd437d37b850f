# METADATA
# title: A guide says how changes are made
# description: Whoever does not know the way of a change finds one of their own.
# custom:
#   id: repository-says-how-to-contribute
#   severity: low
#   criteria:
#     - {id: CC2.2, aspect: working-rules, strength: supporting, because: staff can read what is asked of a change}
#     - {id: CC8.1, aspect: change-records, strength: supporting, because: the way of a change is written down}
#   tests: design
#   reads: [contributing]
#   remediation:
#     repository: "write CONTRIBUTING.md: how to build, test, propose and review a change"
#   since: "0.1.0"
package gapcheck.repository.says_how_to_contribute

subjects contains repository.id if some repository in input.repository

deny contains {"subject": repository.id, "path": ["contributing"], "message": message} if {
	some repository in input.repository
	not repository.contributing
	message := sprintf("%s does not say how changes are made", [repository.name])
}
