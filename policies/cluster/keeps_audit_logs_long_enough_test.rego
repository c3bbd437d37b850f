package gapcheck.cluster.keeps_audit_logs_long_enough_test

import data.gapcheck.cluster.keeps_audit_logs_long_enough as policy

test_deny_missing if _denied({}) == {["flags", "audit-log-maxage"]}

test_deny_too_few if _denied({"audit-log-maxage": "29"}) == {["flags", "audit-log-maxage"]}

test_allow_enough if _denied({"audit-log-maxage": "30"}) == set()

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
