package gapcheck.job.keeps_outsiders_off_own_runners_test

import data.gapcheck.job.keeps_outsiders_off_own_runners as policy

test_deny_public if _denied({"self_hosted": true, "events": ["pull_request"], "repository_public": true}) == {["self_hosted"]}

test_allow_private if _denied({"self_hosted": true, "events": ["pull_request"], "repository_public": false}) == set()

test_allow_hosted if _denied({"self_hosted": false, "events": ["pull_request"]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"self_hosted": true, "events": ["pull_request"]})
	outside := object.union({"id": "b", "name": "b"}, {"self_hosted": true, "events": ["push"]})
	policy.subjects == {"a"} with input.job as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.job as [subject]
}
