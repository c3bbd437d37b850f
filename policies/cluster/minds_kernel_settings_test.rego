package gapcheck.cluster.minds_kernel_settings_test

import data.gapcheck.cluster.minds_kernel_settings as policy

test_deny_missing if _denied({}) == {["flags", "protect-kernel-defaults"]}

test_deny_off if _denied({"protect-kernel-defaults": "false"}) == {["flags", "protect-kernel-defaults"]}

test_allow_on if _denied({"protect-kernel-defaults": "true"}) == set()

test_subjects_are_this_component_only if {
	policy.subjects == {"kubelet"} with input.cluster as [
		{"id": "kubelet", "component": "kubelet", "flags": {}},
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-apiserver", "flags": {}}]
}

_denied(flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": "kubelet", "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
