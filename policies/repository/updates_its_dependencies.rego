# METADATA
# title: An update tool looks at every package manifest of the tree
# description: Updates that mend weaknesses are proposed without anyone having to look for them.
# custom:
#   id: repository-updates-its-dependencies
#   severity: medium
#   criteria:
#     - {id: CC7.1, aspect: dependency-updates, strength: primary, because: updates that mend weaknesses are proposed without delay}
#     - {id: CC9.2, aspect: dependency-trust, strength: supporting, because: supplied components are kept current}
#   tests: design
#   reads: [ecosystems, uncovered_ecosystems, uncovered_manifests]
#   remediation:
#     repository: "add .github/dependabot.yml with an entry for each ecosystem and its `directories`, or a Renovate configuration"
#   since: "0.1.0"
package gapcheck.repository.updates_its_dependencies

subjects contains repository.id if {
	some repository in input.repository
	count(repository.ecosystems) > 0
}

deny contains {"subject": repository.id, "path": path, "message": message} if {
	some repository in input.repository
	some index, ecosystem in repository.uncovered_ecosystems
	path := ["uncovered_ecosystems", sprintf("%d", [index])]
	message := sprintf("%s has no update tool for %s", [repository.name, ecosystem])
}

deny contains {"subject": repository.id, "path": path, "message": message} if {
	some repository in input.repository
	some index, manifest in repository.uncovered_manifests
	path := ["uncovered_manifests", sprintf("%d", [index])]
	message := sprintf("%s has no update tool that looks at %s in %s", [repository.name, manifest.ecosystem, manifest.folder])
}
