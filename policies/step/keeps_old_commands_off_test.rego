package gapcheck.step.keeps_old_commands_off_test

import data.gapcheck.step.keeps_old_commands_off as policy

test_deny_on if _denied({"env": {"ACTIONS_ALLOW_UNSECURE_COMMANDS": true}}) == {["env", "ACTIONS_ALLOW_UNSECURE_COMMANDS"]}

test_deny_on_as_text if _denied({"env": {"ACTIONS_ALLOW_UNSECURE_COMMANDS": "true"}}) == {["env", "ACTIONS_ALLOW_UNSECURE_COMMANDS"]}

test_allow_off if _denied({"env": {"ACTIONS_ALLOW_UNSECURE_COMMANDS": "false"}}) == set()

test_allow_missing if _denied({"env": {}}) == set()

test_allow_steps_of_a_workflow if _denied({"pipeline": "a", "env": {"ACTIONS_ALLOW_UNSECURE_COMMANDS": true}}) == set()

test_allow_others_are_no_subjects if {
	policy.subjects == {"a"} with input.step as [{"id": "a", "env": {}}, {"id": "b"}, {"id": "c", "env": {}, "pipeline": "p"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.step as [subject]
}
