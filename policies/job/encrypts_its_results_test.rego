package gapcheck.job.encrypts_its_results_test

import data.gapcheck.job.encrypts_its_results as policy

test_deny_plain if _denied({"results_encrypted": false}) == {["results_encrypted"]}

test_allow_encrypted if _denied({"results_encrypted": true}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_tell if {
	policy.subjects == {"a"} with input.job as [{"id": "a", "results_encrypted": true}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.job as [subject]
}
