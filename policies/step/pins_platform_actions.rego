# METADATA
# title: The platform's own actions are pinned to a full commit
# description: "Whoever can move a tag of the platform's own actions could change the runner as well, and yet only a commit says which code ran."
# related_resources:
#   - https://docs.github.com/en/actions/reference/security/secure-use
# custom:
#   id: step-pins-platform-actions
#   severity: low
#   criteria:
#     - {id: CC6.8, aspect: trusted-sources, strength: supporting, because: what a pipeline runs changes with a reviewed change only}
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: what built a release can be told afterwards}
#   tests: design
#   reads: [uses]
#   remediation:
#     github-actions: "write the full commit after `@` and the version in a comment behind it; update tools keep both current"
#   aliases:
#     zizmor: [unpinned-uses]
#   since: "0.1.0"
package gapcheck.step.pins_platform_actions

subjects contains step.id if {
	some step in input.step
	step.uses.owner == "actions"
}

deny contains {"subject": step.id, "path": ["uses", "pinned"], "message": message} if {
	some step in input.step
	step.uses.owner == "actions"
	step.uses.pinned == false
	_names_version(step.uses)
	message := sprintf("%s is not pinned to a commit", [step.uses.reference])
}

# What names none, or one that follows every commit, is another policy's gap.
_names_version(uses) if {
	uses.version
	not uses.version in {"main", "master", "develop", "HEAD"}
}
