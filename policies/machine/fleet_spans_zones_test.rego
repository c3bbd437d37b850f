package gapcheck.machine.fleet_spans_zones_test

import data.gapcheck.machine.fleet_spans_zones as policy

test_deny_one if _denied({"zones": ["subnet-1"]}) == {["zones"]}

test_allow_two if _denied({"zones": ["subnet-1", "subnet-2"]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_machine if _denied({"fleet": false, "zones": ["subnet-1"]}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "fleet": true},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.machine as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"fleet": true}), facts)
	paths := {it.path | some it in policy.deny} with input.machine as [subject]
}
