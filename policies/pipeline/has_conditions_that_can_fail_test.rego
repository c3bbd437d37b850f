package gapcheck.pipeline.has_conditions_that_can_fail_test

import data.gapcheck.pipeline.has_conditions_that_can_fail as policy

test_deny_loose if _denied({"conditions": [{"condition": "x", "loose": "always true"}]}) == {["conditions", "0", "loose"]}

test_allow_sound if _denied({"conditions": [{"condition": "x"}]}) == set()

test_allow_other_reason if _denied({"conditions": [{"condition": "x", "loose": "name of a bot"}]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_others_are_no_subjects if {
	inside := {"id": "a", "name": "a", "conditions": []}
	outside := {"id": "b", "name": "b"}
	policy.subjects == {"a"} with input.pipeline as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.pipeline as [subject]
}
