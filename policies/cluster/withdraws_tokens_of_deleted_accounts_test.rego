package gapcheck.cluster.withdraws_tokens_of_deleted_accounts_test

import data.gapcheck.cluster.withdraws_tokens_of_deleted_accounts as policy

test_deny_off if _denied({"service-account-lookup": "false"}) == {["flags", "service-account-lookup"]}

test_allow_on if _denied({"service-account-lookup": "true"}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_this_component_only if {
	policy.subjects == {"kube-apiserver"} with input.cluster as [
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "kube-controller-manager", "component": "kube-controller-manager", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-controller-manager", "flags": {"service-account-lookup": "false"}}]
}

_denied(flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": "kube-apiserver", "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
