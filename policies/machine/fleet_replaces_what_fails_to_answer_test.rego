package gapcheck.machine.fleet_replaces_what_fails_to_answer_test

import data.gapcheck.machine.fleet_replaces_what_fails_to_answer as policy

test_deny_power_only if _denied({"health_check": "ec2"}) == {["health_check"]}

test_deny_missing if _denied({}) == {["health_check"]}

test_allow_balancer if _denied({"health_check": "elb"}) == set()

test_allow_both if _denied({"health_check": "ebs,elb"}) == set()

test_allow_group_without_balancer if _denied({"balanced": false}) == set()

test_allow_machine if _denied({"fleet": false}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "fleet": true, "balanced": true},
		{"id": "b", "fleet": true, "balanced": false},
		{"id": "c", "fleet": false, "balanced": true},
	]
	policy.subjects == {"a"} with input.machine as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"fleet": true, "balanced": true}), facts)
	paths := {it.path | some it in policy.deny} with input.machine as [subject]
}
