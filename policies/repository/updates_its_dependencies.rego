# METADATA
# title: An update tool knows every package ecosystem of the tree
# description: Updates that mend weaknesses are proposed without anyone having to look for them.
# custom:
#   id: repository-updates-its-dependencies
#   severity: medium
#   criteria:
#     - {id: CC7.1, aspect: dependency-updates, strength: primary, because: updates that mend weaknesses are proposed without delay}
#     - {id: CC9.2, aspect: dependency-trust, strength: supporting, because: supplied components are kept current}
#   tests: design
#   reads: [ecosystems, uncovered_ecosystems]
#   remediation:
#     repository: "add .github/dependabot.yml with an entry for each ecosystem, or a Renovate configuration"
#   since: "0.1.0"
package gapcheck.repository.updates_its_dependencies

subjects contains repository.id if {
	some repository in input.repository
	count(repository.ecosystems) > 0
}

deny contains {"subject": repository.id, "path": ["uncovered_ecosystems", sprintf("%d", [index])], "message": message} if {
	some repository in input.repository
	some index, ecosystem in repository.uncovered_ecosystems
	message := sprintf("%s has no update tool for %s packages", [repository.name, ecosystem])
}
