package gapcheck.log.trails_are_on_test

import data.gapcheck.log.trails_are_on as policy

test_deny_off if _denied({"enabled": false}) == {["enabled"]}

test_allow_on if _denied({"enabled": true}) == set()

test_allow_missing if _denied({}) == set()

test_allow_groups if _denied({"form": "group", "enabled": false}) == set()

test_subjects_are_trails if {
	population := [{"id": "a", "form": "trail"}, {"id": "b", "form": "group"}]
	policy.subjects == {"a"} with input.log as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "form": "trail"}, facts)
	paths := {it.path | some it in policy.deny} with input.log as [subject]
}
