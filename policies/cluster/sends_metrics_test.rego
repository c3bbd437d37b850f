package gapcheck.cluster.sends_metrics_test

import data.gapcheck.cluster.sends_metrics as policy

test_deny_off if _denied({"monitoring": false}) == {["monitoring"]}

test_allow_on if _denied({"monitoring": true}) == set()

test_deny_unmeasured_containers if _denied({"container_insights": false}) == {["container_insights"]}

test_allow_measured_containers if _denied({"container_insights": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "monitoring": true},
		{"id": "b", "monitoring": false},
		{"id": "c"},
		{"id": "d", "container_insights": true},
	]
	policy.subjects == {"a", "b", "d"} with input.cluster as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [subject]
}
