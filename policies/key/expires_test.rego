package gapcheck.key.expires_test

import data.gapcheck.key.expires as policy

test_deny_missing if _denied({}) == {["expires"]}

test_allow_end if _denied({"expires": "2030-01-01T00:00:00Z"}) == set()

test_allow_other_providers if _denied({"provider": "aws"}) == set()


_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"provider": "azure", "form": "key"}, facts))
	paths := {it.path | some it in policy.deny} with input.key as [subject]
}
