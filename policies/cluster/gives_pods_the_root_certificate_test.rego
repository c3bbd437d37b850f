package gapcheck.cluster.gives_pods_the_root_certificate_test

import data.gapcheck.cluster.gives_pods_the_root_certificate as policy

test_deny_missing if _denied({}) == {["flags", "root-ca-file"]}

test_allow_authority if _denied({"root-ca-file": "/ca"}) == set()

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
