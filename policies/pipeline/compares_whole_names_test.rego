package gapcheck.pipeline.compares_whole_names_test

import data.gapcheck.pipeline.compares_whole_names as policy

test_deny_part_of_a_text if {
	_denied({"conditions": [{"condition": "a"}, {"condition": "b", "loose": "part of a text"}]}) == {["conditions", "1", "loose"]}
}

test_allow_sound if _denied({"conditions": [{"condition": "a"}]}) == set()

test_allow_missing if _denied({}) == set()

# That is another policy's gap.
test_allow_always_true if _denied({"conditions": [{"condition": "a", "loose": "always true"}]}) == set()

test_allow_those_without_conditions_are_no_subjects if {
	policy.subjects == {"a"} with input.pipeline as [{"id": "a", "conditions": []}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.pipeline as [subject]
}
