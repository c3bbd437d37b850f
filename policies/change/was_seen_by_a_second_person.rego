# METADATA
# title: Somebody besides the author approved or merged a change
# description: "Who writes a change does not see what is wrong with it, and could hide what should be seen."
# custom:
#   id: change-was-seen-by-a-second-person
#   severity: high
#   criteria:
#     - {id: CC8.1, aspect: review, strength: supporting, because: approvals and merges by others show that reviews took place}
#     - {id: CC6.3, aspect: duty-separation, strength: supporting, because: nobody put the change in place alone}
#   tests: operating
#   reads: [author, second_person]
#   remediation:
#     git: "let someone else approve or merge each change; platforms keep approvals outside of git unless a trailer such as `Reviewed-by:` states them"
#   since: "0.1.0"
package gapcheck.change.was_seen_by_a_second_person

# Where the history shows neither an approval nor who merged, it has nothing to say.
subjects contains change.id if {
	some change in input.change
	is_boolean(change.second_person)
}

deny contains {"subject": change.id, "path": ["second_person"], "message": message} if {
	some change in input.change
	change.second_person == false
	message := sprintf("%s was approved by nobody but its author, %s", [change.name, change.author])
}
