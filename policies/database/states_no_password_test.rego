package gapcheck.database.states_no_password_test

import data.gapcheck.database.states_no_password as policy

test_deny_literal if _denied({"password": "<redacted>"}) == {["password"]}

test_allow_reference if _denied({"password": "ref"}) == set()

test_allow_missing if _denied({}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
