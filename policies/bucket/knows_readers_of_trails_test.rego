package gapcheck.bucket.knows_readers_of_trails_test

import data.gapcheck.bucket.knows_readers_of_trails as policy

test_deny_unlogged if _denied({"logging": false}) == {["logging"]}

test_deny_missing if _denied({}) == {["logging"]}

test_allow_logged if _denied({"logging": true}) == set()

test_allow_others if _denied({"holds_trail": false, "logging": false}) == set()

test_subjects_hold_trails if {
	population := [{"id": "a", "holds_trail": true}, {"id": "b"}]
	policy.subjects == {"a"} with input.bucket as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "holds_trail": true}, facts)
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
