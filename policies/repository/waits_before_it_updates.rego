# METADATA
# title: New versions of dependencies wait some days before they are taken
# description: "A hijacked release is mostly found within days; who takes new versions at once takes it before."
# related_resources:
#   - https://docs.github.com/en/code-security/reference/supply-chain-security/dependabot-options-reference#cooldown
# custom:
#   id: repository-waits-before-it-updates
#   severity: low
#   criteria:
#     - {id: CC9.2, aspect: dependency-trust, strength: supporting, because: others have time to find what is wrong with a release}
#     - {id: CC6.8, aspect: trusted-sources, strength: supporting, because: planted code is mostly found before it is taken}
#   tests: design
#   reads: [dependency_updates]
#   remediation:
#     repository: "add `cooldown: {default-days: 7}` to each entry of .github/dependabot.yml"
#   aliases:
#     zizmor: [dependabot-cooldown]
#   since: "0.1.0"
package gapcheck.repository.waits_before_it_updates

parameters := {"days": 7}

subjects contains repository.id if {
	some repository in input.repository
	repository.dependency_updates.entries
}

deny contains {"subject": repository.id, "path": path, "message": message} if {
	some repository in input.repository
	some index, entry in repository.dependency_updates.entries
	entry.days_before_update < parameters.days
	not entry.ecosystem in _without_cooldown
	path := ["dependency_updates", "entries", sprintf("%d", [index]), "days_before_update"]
	message := sprintf("%s takes new versions of %s after %v days", [repository.name, entry.ecosystem, entry.days_before_update])
}

# The platform offers none for these.
_without_cooldown := {"opentofu", "nix", "pre-commit"}
