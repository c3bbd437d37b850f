package gapcheck.cluster.limits_floods_of_events_test

import data.gapcheck.cluster.limits_floods_of_events as policy

test_deny_missing if _denied({}) == {["flags", "enable-admission-plugins"]}

test_deny_others if _denied({"enable-admission-plugins": "NodeRestriction"}) == {["flags", "enable-admission-plugins"]}

test_allow_limited if _denied({"enable-admission-plugins": "NodeRestriction,EventRateLimit"}) == set()

test_subjects_are_this_component_only if {
	policy.subjects == {"kube-apiserver"} with input.cluster as [
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "kube-controller-manager", "component": "kube-controller-manager", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-controller-manager", "flags": {}}]
}

_denied(flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": "kube-apiserver", "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
