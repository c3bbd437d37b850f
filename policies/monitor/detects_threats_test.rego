package gapcheck.monitor.detects_threats_test

import data.gapcheck.monitor.detects_threats as policy

test_deny_off if _denied({"watch": "threat_detector", "enabled": false}) == {["enabled"]}

test_allow_on if _denied({"watch": "threat_detector", "enabled": true}) == set()

test_allow_missing_because_on_is_the_default if _denied({"watch": "threat_detector"}) == set()

test_allow_other_monitors if _denied({"watch": "alarm", "enabled": false}) == set()

test_subjects_are_detectors if {
	policy.subjects == {"a"} with input.monitor as [{"id": "a", "watch": "threat_detector"}, {"id": "b", "watch": "alarm"}]
}

_denied(facts) := paths if {
	monitor := object.union({"id": "terraform:.#alerts", "name": "alerts"}, facts)
	paths := {it.path | some it in policy.deny} with input.monitor as [monitor]
}
