package gapcheck.database.policy_names_principals_test

import data.gapcheck.database.policy_names_principals as policy

_open := [{"effect": "allow", "principals": ["*"], "actions": ["es:*"]}]

test_deny_everybody if _denied({"statements": _open}) == {["statements", "0", "principals", "0"]}

test_deny_everybody_on_the_internet if {
	_denied({"statements": _open, "public": true}) == {["statements", "0", "principals", "0"]}
}

test_allow_everybody_inside_a_network if _denied({"statements": _open, "public": false}) == set()

test_allow_named if {
	_denied({"statements": [{"effect": "allow", "principals": ["arn:aws:iam::111122223333:root"]}]}) == set()
}

test_allow_narrowed if {
	conditions := [{"operator": "IpAddress", "key": "aws:sourceip", "values": ["198.51.100.0/24"]}]
	_denied({"statements": [{"effect": "allow", "principals": ["*"], "conditions": conditions}]}) == set()
}

test_allow_missing if _denied({}) == set()

test_subjects_have_a_policy if {
	stores := [{"id": "a", "name": "a"}, {"id": "b", "name": "b", "statements": _open}]
	policy.subjects == {"b"} with input.database as stores
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
