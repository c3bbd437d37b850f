# METADATA
# title: "A template asks what a change is for, and what it risks"
# description: "What nobody is asked for is left out: the reason, the risk, the test and the way back."
# custom:
#   id: repository-asks-for-what-a-change-needs
#   severity: low
#   criteria:
#     - {id: CC8.1, aspect: change-records, strength: supporting, because: each change is described in the same way}
#     - {id: CC3.4, aspect: change-risk, strength: supporting, because: the risk and the way back are asked of each change}
#   tests: design
#   reads: [change_template]
#   remediation:
#     repository: "add `.github/pull_request_template.md` or `.gitlab/merge_request_templates/Default.md` that asks for reason, risk, tests and the way back"
#   since: "0.1.0"
package gapcheck.repository.asks_for_what_a_change_needs

subjects contains repository.id if some repository in input.repository

deny contains {"subject": repository.id, "path": ["change_template"], "message": message} if {
	some repository in input.repository
	not repository.change_template
	message := sprintf("%s has no template for changes", [repository.name])
}
