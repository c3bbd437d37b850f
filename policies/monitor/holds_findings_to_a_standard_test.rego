package gapcheck.monitor.holds_findings_to_a_standard_test

import data.gapcheck.monitor.holds_findings_to_a_standard as policy

test_deny_no_standard if _denied({"watch": "findings_hub", "has_standards": false}) == {["has_standards"]}

test_allow_standard if _denied({"watch": "findings_hub", "has_standards": true}) == set()

test_allow_missing_because_standards_are_the_default if _denied({"watch": "findings_hub"}) == set()

test_subjects_are_hubs if {
	policy.subjects == {"a"} with input.monitor as [{"id": "a", "watch": "findings_hub"}, {"id": "b", "watch": "alarm"}]
}

test_allow_no_has_standards if _denied({"has_standards": false}) == set()

_denied(facts) := paths if {
	monitor := object.union({"id": "terraform:.#alerts", "name": "alerts"}, facts)
	paths := {it.path | some it in policy.deny} with input.monitor as [monitor]
}
