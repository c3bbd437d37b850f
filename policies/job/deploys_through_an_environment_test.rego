package gapcheck.job.deploys_through_an_environment_test

import data.gapcheck.job.deploys_through_an_environment as policy

test_deny_missing if _denied({"runs": {"deploy": true}}) == {["environment"]}

test_deny_publishing if _denied({"runs": {"publish": true}}) == {["environment"]}

test_allow_named if _denied({"runs": {"deploy": true}, "environment": "production"}) == set()

test_allow_tests if _denied({"runs": {"tests": true}}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"runs": {"deploy": true}})
	outside := object.union({"id": "b", "name": "b"}, {"runs": {"deploy": true}, "uses": {}})
	policy.subjects == {"a"} with input.job as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.job as [subject]
}
