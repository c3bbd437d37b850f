package gapcheck.monitor.records_all_configuration_test

import data.gapcheck.monitor.records_all_configuration as policy

test_deny_some_types if _denied({"watch": "config_recorder", "covers_all": false}) == {["covers_all"]}

test_deny_stopped if _denied({"watch": "config_recorder", "covers_all": true, "recording": false}) == {["recording"]}

test_allow_running if _denied({"watch": "config_recorder", "covers_all": true, "recording": true}) == set()

test_allow_missing_status if _denied({"watch": "config_recorder", "covers_all": true}) == set()

test_subjects_are_recorders if {
	policy.subjects == {"a"} with input.monitor as [{"id": "a", "watch": "config_recorder"}, {"id": "b", "watch": "alarm"}]
}

test_allow_no_recording if _denied({"recording": false}) == set()

_denied(facts) := paths if {
	monitor := object.union({"id": "terraform:.#alerts", "name": "alerts"}, facts)
	paths := {it.path | some it in policy.deny} with input.monitor as [monitor]
}
