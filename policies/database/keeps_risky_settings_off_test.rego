package gapcheck.database.keeps_risky_settings_off_test

import data.gapcheck.database.keeps_risky_settings_off as policy

test_deny_each if {
	every name in ["local_infile", "cross db ownership chaining", "contained database authentication"] {
		_denied({"settings": [{"name": "other", "value": "x"}, {"name": name, "value": "ON"}]}) == {["settings", "1", "value"]}
	}
}

test_deny_each_way if {
	every value in ["on", "1", "true"] {
		_denied({"settings": [{"name": "local_infile", "value": value}]}) == {["settings", "0", "value"]}
	}
}

test_allow_other_value if _denied({"settings": [{"name": "local_infile", "value": "off"}]}) == set()

test_allow_other_setting if _denied({"settings": [{"name": "other", "value": "on"}]}) == set()

test_allow_none if _denied({"settings": []}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	policy.subjects == {"a"} with input.database as [{"id": "a", "settings": []}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
