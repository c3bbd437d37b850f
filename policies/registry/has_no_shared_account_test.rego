package gapcheck.registry.has_no_shared_account_test

import data.gapcheck.registry.has_no_shared_account as policy

test_deny_shared_account if _denied({"admin_account": true}) == {["admin_account"]}

test_deny_anonymous_pull if _denied({"anonymous_pull": true}) == {["anonymous_pull"]}

test_allow_default if _denied({"admin_account": false, "anonymous_pull": false}) == set()

test_allow_missing if _denied({}) == set()

test_deny_lists_its_population if policy.subjects == {"a"} with input.registry as [{"id": "a", "provider": "azure"}]

test_subjects_leave_others_out if policy.subjects == set() with input.registry as [{"id": "a"}]

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"provider": "azure"}, facts))
	paths := {it.path | some it in policy.deny} with input.registry as [subject]
}
