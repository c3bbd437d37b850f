package gapcheck.cluster.gives_each_controller_own_account_test

import data.gapcheck.cluster.gives_each_controller_own_account as policy

test_deny_missing if _denied({}) == {["flags", "use-service-account-credentials"]}

test_deny_off if _denied({"use-service-account-credentials": "false"}) == {["flags", "use-service-account-credentials"]}

test_allow_on if _denied({"use-service-account-credentials": "true"}) == set()

test_subjects_are_this_component_only if {
	policy.subjects == {"kube-controller-manager"} with input.cluster as [
		{"id": "kube-controller-manager", "component": "kube-controller-manager", "flags": {}},
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-apiserver", "flags": {}}]
}

_denied(flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": "kube-controller-manager", "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
