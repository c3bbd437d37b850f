# METADATA
# title: Changes are checked before they are committed
# description: "What is found at the desk costs a minute, and a secret that never leaves the desk need not be replaced."
# custom:
#   id: repository-checks-before-each-commit
#   severity: low
#   criteria:
#     - {id: CC5.2, aspect: early-checks, strength: supporting, because: each change meets some checks before anybody sees it}
#   tests: design
#   reads: [hooks]
#   remediation:
#     repository: "add `.pre-commit-config.yaml` with hooks that check format and search for secrets"
#   since: "0.1.0"
package gapcheck.repository.checks_before_each_commit

subjects contains repository.id if some repository in input.repository

deny contains {"subject": repository.id, "path": ["hooks"], "message": message} if {
	some repository in input.repository
	not repository.hooks
	message := sprintf("%s checks nothing before a commit", [repository.name])
}
