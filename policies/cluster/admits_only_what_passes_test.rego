package gapcheck.cluster.admits_only_what_passes_test

import data.gapcheck.cluster.admits_only_what_passes as policy

test_deny_everything if _denied({"enable-admission-plugins": "NodeRestriction,AlwaysAdmit"}) == {["flags", "enable-admission-plugins"]}

test_allow_others if _denied({"enable-admission-plugins": "NodeRestriction"}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_this_component_only if {
	policy.subjects == {"kube-apiserver"} with input.cluster as [
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "kube-controller-manager", "component": "kube-controller-manager", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-controller-manager", "flags": {"enable-admission-plugins": "NodeRestriction,AlwaysAdmit"}}]
}

_denied(flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": "kube-apiserver", "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
