package gapcheck.cluster.renews_certificates_of_kubelets_test

import data.gapcheck.cluster.renews_certificates_of_kubelets as policy

test_deny_not_renewed if _denied("kubelet", {"rotate-certificates": "false"}) == {["flags", "rotate-certificates"]}

test_deny_gate_of_a_kubelet if _denied("kubelet", {"feature-gates": "A=true,RotateKubeletServerCertificate=false"}) == {["flags", "feature-gates"]}

test_deny_gate_of_the_controller_manager if _denied("kube-controller-manager", {"feature-gates": "RotateKubeletServerCertificate=false"}) == {["flags", "feature-gates"]}

test_allow_renewed if _denied("kubelet", {"rotate-certificates": "true", "feature-gates": "RotateKubeletServerCertificate=true"}) == set()

test_allow_missing if _denied("kubelet", {}) == set()

test_allow_missing_at_the_controller_manager if _denied("kube-controller-manager", {"rotate-certificates": "false"}) == set()

test_allow_gate_of_another_component if _denied("kube-scheduler", {"feature-gates": "RotateKubeletServerCertificate=false"}) == set()

test_subjects_are_these_components_only if {
	policy.subjects == {"kube-controller-manager", "kubelet"} with input.cluster as [
		{"id": "kube-controller-manager", "component": "kube-controller-manager", "flags": {}},
		{"id": "kubelet", "component": "kubelet", "flags": {}},
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-apiserver", "flags": {"rotate-certificates": "false"}}]
}

_denied(component, flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": component, "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
