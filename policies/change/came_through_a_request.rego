# METADATA
# title: Changes reach the main branch through a request
# description: A change that is pushed directly passes by the point where others see it and checks hold it back.
# custom:
#   id: change-came-through-a-request
#   severity: medium
#   criteria:
#     - {id: CC8.1, aspect: protected-branches, strength: supporting, because: changes took the defined path}
#     - {id: CC8.1, aspect: review, strength: primary, because: a request is where a change is looked at before it counts}
#   tests: operating
#   reads: [is_first, landed_by]
#   remediation:
#     git: "let changes in through pull or merge requests only (protect the branch), and keep the request's number in the message: merge or squash, since a rebase drops it"
#   since: "0.1.0"
package gapcheck.change.came_through_a_request

subjects contains change.id if {
	some change in input.change
	not change.is_first
}

deny contains {"subject": change.id, "path": ["landed_by"], "message": message} if {
	some change in input.change
	not change.is_first
	change.landed_by == "push"
	message := sprintf("%s shows no request that brought it", [change.name])
}
