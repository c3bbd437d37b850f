# METADATA
# title: Actions of other owners are pinned to a full commit
# description: "A tag or branch can be moved to other code at any time, and the pipeline runs it with its token and secrets."
# custom:
#   id: step-pins-actions
#   severity: high
#   criteria:
#     - {id: CC6.8, aspect: trusted-sources, strength: primary, because: outside code in a pipeline must not change without a reviewed change}
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: what builds the system is fixed and known}
#     - {id: CC9.2, aspect: dependency-trust, strength: supporting, because: an action is a supplied component}
#   tests: design
#   reads: [uses]
#   remediation:
#     bitbucket: "name the pipe by its whole version, or an image by its digest"
#     github-actions: "write the full commit after `@` and the version in a comment behind it"
#   aliases:
#     kics: [555ab8f9-2001-455e-a077-f2d0f41e2fb9]
#     zizmor: [unpinned-uses] # in parts
#   since: "0.1.0"
package gapcheck.step.pins_actions

# What comes with the platform has a policy of its own: who could change it could change the runner as well.
_platform_owners := {"actions", "atlassian"}

# Names that follow every commit, whoever the owner is.
_moving := {"main", "master", "develop", "HEAD"}

subjects contains step.id if {
	some step in input.step
	step.uses.place != "local"
}

deny contains {"subject": step.id, "path": ["uses", "pinned"], "message": message} if {
	some step in input.step
	_may_change(step.uses)
	message := sprintf("%s is not pinned to a %s", [step.uses.reference, _anchor(step)])
}

_anchor(step) := "digest" if {
	step.uses.place == "image"
} else := "whole version" if {
	step.format == "bitbucket"
} else := "commit"

_may_change(uses) if {
	not uses.pinned
	not uses.owner in _platform_owners
}

_may_change(uses) if {
	not uses.pinned
	uses.version in _moving
}

_may_change(uses) if {
	not uses.pinned
	not uses.version
}
