package gapcheck.monitor.pays_for_defender_plans_test

import data.gapcheck.monitor.pays_for_defender_plans as policy

test_deny_free if _denied({"watch": "defender_plan", "tier": "Free"}) == {["tier"]}

test_allow_standard if _denied({"watch": "defender_plan", "tier": "Standard"}) == set()

test_allow_missing_tier_of_other_monitors if _denied({"watch": "alarm"}) == set()

test_subjects_are_plans if {
	policy.subjects == {"a"} with input.monitor as [{"id": "a", "watch": "defender_plan"}, {"id": "b", "watch": "alarm"}]
}

test_allow_tier_other if _denied({"tier": "other"}) == set()

_denied(facts) := paths if {
	monitor := object.union({"id": "terraform:.#alerts", "name": "alerts"}, facts)
	paths := {it.path | some it in policy.deny} with input.monitor as [monitor]
}
