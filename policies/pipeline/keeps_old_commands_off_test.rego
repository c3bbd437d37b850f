package gapcheck.pipeline.keeps_old_commands_off_test

import data.gapcheck.pipeline.keeps_old_commands_off as policy

test_deny_on if _denied({"insecure_commands": true}) == {["insecure_commands"]}

test_allow_missing if _denied({}) == set()

test_allow_all_are_subjects if policy.subjects == {"a"} with input.pipeline as [{"id": "a", "name": "a"}]

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.pipeline as [subject]
}
