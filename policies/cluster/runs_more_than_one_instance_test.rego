package gapcheck.cluster.runs_more_than_one_instance_test

import data.gapcheck.cluster.runs_more_than_one_instance as policy

test_deny_one if _denied({"instances": 1}) == {["instances"]}

test_allow_two if _denied({"instances": 2}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	policy.subjects == {"a"} with input.cluster as [{"id": "a", "instances": 2}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [subject]
}
