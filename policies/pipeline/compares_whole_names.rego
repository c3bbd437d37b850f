# METADATA
# title: Conditions of jobs and steps compare whole names
# description: "A name is found in a text that lists names by parts too: `contains('refs/heads/main refs/heads/next', github.ref)` holds for `refs/heads/ma`."
# related_resources:
#   - https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#contains
# custom:
#   id: pipeline-compares-whole-names
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: pipeline-input, strength: supporting, because: whoever chooses the name of a branch chooses whether the condition holds}
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: what is kept to some branches runs for these alone}
#   tests: design
#   reads: [conditions]
#   remediation:
#     github-actions: "search a list: `contains(fromJSON('[\"refs/heads/main\", \"refs/heads/next\"]'), github.ref)`, or compare with `==`"
#   aliases:
#     zizmor: [unsound-contains]
#   since: "0.1.0"
package gapcheck.pipeline.compares_whole_names

subjects contains pipeline.id if {
	some pipeline in input.pipeline
	pipeline.conditions
}

deny contains {"subject": pipeline.id, "path": ["conditions", sprintf("%d", [index]), "loose"], "message": message} if {
	some pipeline in input.pipeline
	some index, condition in pipeline.conditions
	condition.loose == "part of a text"
	message := sprintf("%s has a condition that holds for parts of a name: %s", [pipeline.name, condition.condition])
}
