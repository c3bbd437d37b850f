package gapcheck.secret.rotates_test

import data.gapcheck.secret.rotates as policy

test_deny_off if _denied({"rotation": false}) == {["rotation"]}

test_deny_missing if _denied({}) == {["rotation"]}

test_allow_on if _denied({"rotation": true}) == set()

test_allow_parameter if _denied({"form": "parameter"}) == set()


_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "secret", "provider": "aws"}, facts))
	paths := {it.path | some it in policy.deny} with input.secret as [subject]
}
