package gapcheck.log.records_all_regions_test

import data.gapcheck.log.records_all_regions as policy

test_deny_one_region if _denied({"multi_region": false}) == {["multi_region"]}

test_deny_missing if _denied({}) == {["multi_region"]}

test_allow_every_region if _denied({"multi_region": true}) == set()

test_allow_group if _denied({"form": "group"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "trail", "multi_region": true},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.log as population
}

test_allow_bare if {
	paths := {it.path | some it in policy.deny} with input.log as [{"id": "a", "name": "a"}]
	paths == set()
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "trail"}, facts))
	paths := {it.path | some it in policy.deny} with input.log as [subject]
}
