package gapcheck.pipeline.pins_what_it_includes_test

import data.gapcheck.pipeline.pins_what_it_includes as policy

test_deny_moving if _denied({"includes": [{"reference": "a/b", "pinned": false}]}) == {["includes", "0", "pinned"]}

test_allow_pinned if _denied({"includes": [{"reference": "a/b", "pinned": true}]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_others_are_no_subjects if {
	inside := {"id": "a", "name": "a", "includes": []}
	outside := {"id": "b", "name": "b"}
	policy.subjects == {"a"} with input.pipeline as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.pipeline as [subject]
}
