package gapcheck.job.publishes_without_shared_caches_test

import data.gapcheck.job.publishes_without_shared_caches as policy

test_deny_cache if _denied({"runs": {"publish": true}, "cache": true}) == {["cache"]}

test_allow_missing_cache if _denied({"runs": {"publish": true}}) == set()

test_allow_no_publishing if _denied({"runs": {}, "cache": true}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"runs": {"publish": true}})
	outside := object.union({"id": "b", "name": "b"}, {"runs": {}})
	policy.subjects == {"a"} with input.job as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.job as [subject]
}
