package gapcheck.resource.gives_no_token_to_default_accounts_test

import data.gapcheck.resource.gives_no_token_to_default_accounts as policy

test_deny_missing if _denied({}) == {["automount_service_account_token"]}

test_deny_given if _denied({"automount_service_account_token": true}) == {["automount_service_account_token"]}

test_allow_kept if _denied({"automount_service_account_token": false}) == set()

test_allow_another_account if _denied({"metadata": {"name": "web"}}) == set()

test_allow_another_kind if _denied({"kind": "ConfigMap"}) == set()

test_subjects_are_default_accounts if {
	policy.subjects == {"a"} with input.resource as [
		{"id": "a", "metadata": {"name": "default"}, "kind": "ServiceAccount"},
		{"id": "b", "metadata": {"name": "web"}, "kind": "ServiceAccount"},
		{"id": "c", "metadata": {"name": "default"}, "kind": "Role"},
	]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "default", "kind": "ServiceAccount", "metadata": {"name": "default"}}, facts)
	paths := {it.path | some it in policy.deny} with input.resource as [subject]
}
