package gapcheck.account.gives_members_little_test

import data.gapcheck.account.gives_members_little as policy

test_deny_write if _denied({"members_may": "write"}) == {["members_may"]}

test_deny_admin if _denied({"members_may": "admin"}) == {["members_may"]}

test_allow_read if _denied({"members_may": "read"}) == set()

test_allow_missing if _denied({}) == set()

test_allow_others_are_no_subjects if {
	accounts := [{"id": "a", "name": "a", "members_may": "none"}, {"id": "b", "name": "b"}]
	policy.subjects == {"a"} with input.account as accounts
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.account as [subject]
}
