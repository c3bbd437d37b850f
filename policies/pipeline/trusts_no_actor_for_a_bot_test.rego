package gapcheck.pipeline.trusts_no_actor_for_a_bot_test

import data.gapcheck.pipeline.trusts_no_actor_for_a_bot as policy

test_deny_loose if _denied({"conditions": [{"condition": "x", "loose": "name of a bot"}]}) == {["conditions", "0", "loose"]}

test_allow_sound if _denied({"conditions": [{"condition": "x"}]}) == set()

test_allow_other_reason if _denied({"conditions": [{"condition": "x", "loose": "always true"}]}) == set()

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
