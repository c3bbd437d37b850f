package gapcheck.step.keeps_outside_text_out_of_scripts_test

import data.gapcheck.step.keeps_outside_text_out_of_scripts as policy

test_deny_title if _denied({"interpolations": [{"expression": "github.sha", "untrusted": false}, {"expression": "github.head_ref", "untrusted": true}]}) == {["interpolations", "1"]}

test_allow_own_values if _denied({"interpolations": [{"expression": "github.sha", "untrusted": false}]}) == set()

test_allow_missing_script if _denied({}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"interpolations": []})
	outside := object.union({"id": "b", "name": "b"}, {})
	policy.subjects == {"a"} with input.step as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.step as [subject]
}
