# METADATA
# title: Updates are looked for without running the code of packages
# description: "Code of a package that runs while updates are looked for can reach the registries and repositories that the update tool may read."
# related_resources:
#   - https://docs.github.com/en/code-security/reference/supply-chain-security/dependabot-options-reference#insecure-external-code-execution
# custom:
#   id: repository-updates-without-running-foreign-code
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: trusted-sources, strength: supporting, because: code that nobody took in does not run}
#     - {id: CC9.2, aspect: dependency-trust, strength: supporting, because: a component is looked at before it is trusted}
#   tests: design
#   reads: [dependency_updates]
#   remediation:
#     repository: "remove `insecure-external-code-execution: allow` from .github/dependabot.yml"
#   aliases:
#     zizmor: [dependabot-execution]
#   since: "0.1.0"
package gapcheck.repository.updates_without_running_foreign_code

subjects contains repository.id if {
	some repository in input.repository
	repository.dependency_updates.entries
}

deny contains {"subject": repository.id, "path": path, "message": message} if {
	some repository in input.repository
	some index, entry in repository.dependency_updates.entries
	entry.runs_foreign_code == true
	path := ["dependency_updates", "entries", sprintf("%d", [index]), "runs_foreign_code"]
	message := sprintf("%s lets code of %s packages run while updates are looked for", [repository.name, entry.ecosystem])
}
