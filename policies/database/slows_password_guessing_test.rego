package gapcheck.database.slows_password_guessing_test

import data.gapcheck.database.slows_password_guessing as policy

test_deny_each if {
	every name in ["connection_throttling", "connection_throttle.enable"] {
		_denied({"settings": [{"name": "other", "value": "x"}, {"name": name, "value": "OFF"}]}) == {["settings", "1", "value"]}
	}
}

test_deny_each_way if {
	every value in ["off", "0", "false"] {
		_denied({"settings": [{"name": "connection_throttling", "value": value}]}) == {["settings", "0", "value"]}
	}
}

test_allow_other_value if _denied({"settings": [{"name": "connection_throttling", "value": "on"}]}) == set()

test_allow_other_setting if _denied({"settings": [{"name": "other", "value": "off"}]}) == set()

test_allow_none if _denied({"settings": []}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	policy.subjects == {"a"} with input.database as [{"id": "a", "settings": []}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
