package gapcheck.job.deploys_tested_changes_test

import data.gapcheck.job.deploys_tested_changes as policy

test_deny_missing_tests if _denied({"runs": {"deploy": true}, "runs_before": {}}) == {["runs_before", "tests"]}

test_allow_tests if _denied({"runs": {"deploy": true}, "runs_before": {"tests": true}}) == set()

test_allow_no_deployment if _denied({"runs": {}}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"runs": {"deploy": true}})
	outside := object.union({"id": "b", "name": "b"}, {"runs": {"tests": true}})
	policy.subjects == {"a"} with input.job as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.job as [subject]
}
