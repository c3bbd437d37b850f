package gapcheck.machine.is_measured_by_the_minute_test

import data.gapcheck.machine.is_measured_by_the_minute as policy

test_deny_off if _denied({"detailed_monitoring": false}) == {["detailed_monitoring"]}

test_allow_on if _denied({"detailed_monitoring": true}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_tell if {
	population := [{"id": "a", "detailed_monitoring": true}, {"id": "b", "detailed_monitoring": false}, {"id": "c"}]
	policy.subjects == {"a", "b"} with input.machine as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {}), facts)
	paths := {it.path | some it in policy.deny} with input.machine as [subject]
}
