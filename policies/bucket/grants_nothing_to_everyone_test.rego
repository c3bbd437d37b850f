package gapcheck.bucket.grants_nothing_to_everyone_test

import data.gapcheck.bucket.grants_nothing_to_everyone as policy

test_deny_public_list if _denied({"acl": "public-read"}) == {["acl"]}

test_deny_everybody if _denied({"grantees": [{"who": "group:a"}, {"who": "allUsers"}]}) == {["grantees", "1", "who"]}

test_allow_private if _denied({"acl": "private", "grantees": [{"who": "user:ann@example.com"}]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_acl_other if _denied({"acl": "other"}) == set()

test_deny_each_acl if {
	every it in ["website", "publicRead"] {
		_denied({"acl": it}) == {["acl"]}
	}
}

test_allow_acl_private_grantees if _denied({"acl": "private", "grantees": [{"who": "other"}]}) == set()

test_allow_acl_other_2 if _denied({"acl": "other"}) == set()

test_allow_acl_private_grantees_2 if _denied({"acl": "private", "grantees": [{"who": "other"}]}) == set()

test_deny_each_acl_2 if {
	every it in ["public-read-write", "authenticated-read", "publicReadWrite", "authenticatedRead"] {
		_denied({"acl": it}) == {["acl"]}
	}
}

test_deny_acl_private_grantees if {
	_denied({"acl": "private", "grantees": [{"who": "allAuthenticatedUsers"}]}) == {["grantees", "0", "who"]}
}

test_deny_grantees if {
	_denied({"grantees": [{"who": "group:a"}, {"who": "http://acs.amazonaws.com/groups/global/AllUsers"}]}) == {["grantees", "1", "who"]}
}

test_deny_acl_private_grantees_2 if {
	_denied({"acl": "private", "grantees": [{"who": "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"}]}) == {["grantees", "0", "who"]}
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
