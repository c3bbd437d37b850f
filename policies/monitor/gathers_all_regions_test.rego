package gapcheck.monitor.gathers_all_regions_test

import data.gapcheck.monitor.gathers_all_regions as policy

test_deny_part if _denied({"covers_all": false}) == {["covers_all"]}

test_deny_missing if _denied({}) == {["covers_all"]}

test_allow_all if _denied({"covers_all": true}) == set()

test_allow_other_watchers if _denied({"watch": "config_recorder"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "watch": "config_aggregator"},
		{"id": "b", "watch": "alarm"},
	]
	policy.subjects == {"a"} with input.monitor as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"watch": "config_aggregator"}), facts)
	paths := {it.path | some it in policy.deny} with input.monitor as [subject]
}
