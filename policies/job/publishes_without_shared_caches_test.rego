package gapcheck.job.publishes_without_shared_caches_test

import data.gapcheck.job.publishes_without_shared_caches as policy

test_deny_cache_of_a_publisher if _denied({"runs": {"publish": true}, "cache": true}) == {["cache"]}

test_deny_cache_for_a_release if _denied({"events": ["release"], "cache": true}) == {["cache"]}

test_deny_cache_for_a_tag if _denied_for({"event": "push", "tags": ["v*"]}) == {["cache"]}

test_allow_cache_for_branches_as_well if _denied_for({"event": "push", "tags": ["v*"], "branches": ["main"]}) == set()

test_allow_cache_for_a_push if _denied_for({"event": "push"}) == set()

test_allow_cache_for_tags_of_another_event if _denied_for({"event": "create", "tags": ["v*"]}) == set()

test_allow_missing_cache if _denied({"runs": {"publish": true}}) == set()

test_allow_no_publishing if _denied({"runs": {}, "events": ["push"], "cache": true}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"runs": {"publish": true}})
	outside := object.union({"id": "b", "name": "b"}, {"runs": {}})
	policy.subjects == {"a"} with input.job as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.job as [subject]
}

_denied_for(trigger) := paths if {
	paths := {it.path | some it in policy.deny} with input.job as [{"id": "a", "name": "a", "pipeline": "p", "cache": true}]
		with input.pipeline as [{"id": "p", "triggers": [trigger]}]
}
