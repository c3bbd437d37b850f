package gapcheck.secret.is_not_in_the_source_test

import data.gapcheck.secret.is_not_in_the_source as policy

test_deny_literal if _denied({"value": "<redacted>"}) == {["value"]}

test_allow_reference if _denied({"value": "ref"}) == set()

test_allow_missing if _denied({}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.secret as [subject]
}
