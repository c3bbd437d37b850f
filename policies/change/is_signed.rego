# METADATA
# title: Changes on the main branch carry a signature
# description: The name in a commit is whatever its writer typed; a signature ties it to a key.
# custom:
#   id: change-is-signed
#   severity: low
#   criteria:
#     - {id: CC8.1, aspect: change-records, strength: supporting, because: the record of who changed what can be held to a key}
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: the author of a change is shown by more than a name}
#   tests: operating
#   reads: [signed]
#   remediation:
#     git: "sign commits (`git config commit.gpgsign true`, with an SSH key if you have no other), and ask the branch for signed commits"
#   since: "0.1.0"
package gapcheck.change.is_signed

subjects contains change.id if some change in input.change

deny contains {"subject": change.id, "path": ["signed"], "message": message} if {
	some change in input.change
	not change.signed == true
	message := sprintf("%s is not signed", [change.name])
}
