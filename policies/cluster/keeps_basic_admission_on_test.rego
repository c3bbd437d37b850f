package gapcheck.cluster.keeps_basic_admission_on_test

import data.gapcheck.cluster.keeps_basic_admission_on as policy

test_deny_accounts_off if _denied({"disable-admission-plugins": "ServiceAccount"}) == {["flags", "disable-admission-plugins"]}

test_deny_lifecycle_off if _denied({"disable-admission-plugins": "PodNodeSelector,NamespaceLifecycle"}) == {["flags", "disable-admission-plugins"]}

test_allow_others_off if _denied({"disable-admission-plugins": "PodNodeSelector"}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_this_component_only if {
	policy.subjects == {"kube-apiserver"} with input.cluster as [
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "kube-controller-manager", "component": "kube-controller-manager", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-controller-manager", "flags": {"disable-admission-plugins": "ServiceAccount"}}]
}

_denied(flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": "kube-apiserver", "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
