package gapcheck.pipeline.signs_what_it_publishes_test

import data.gapcheck.pipeline.signs_what_it_publishes as policy

test_deny_missing if _denied({"runs": {"publish": true}}) == {["runs", "signing"]}

test_allow_present if _denied({"runs": {"publish": true, "signing": true}}) == set()

test_allow_no_publishing if _denied({"runs": {}}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"runs": {"publish": true}})
	outside := object.union({"id": "b", "name": "b"}, {"runs": {"tests": true}})
	policy.subjects == {"a"} with input.pipeline as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.pipeline as [subject]
}
