package gapcheck.bucket.grants_nothing_to_everyone_test

import data.gapcheck.bucket.grants_nothing_to_everyone as policy

test_deny_public_list if _denied({"acl": "public-read"}) == {["acl"]}

test_deny_everybody if _denied({"grantees": [{"who": "group:a"}, {"who": "allUsers"}]}) == {["grantees", "1", "who"]}

test_allow_private if _denied({"acl": "private", "grantees": [{"who": "user:ann@example.com"}]}) == set()

test_allow_missing if _denied({}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
