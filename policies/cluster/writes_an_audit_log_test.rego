package gapcheck.cluster.writes_an_audit_log_test

import data.gapcheck.cluster.writes_an_audit_log as policy

test_deny_missing if _denied({}) == {["flags", "audit-log-path"]}

test_allow_file if _denied({"audit-log-path": "/var/log/audit.log"}) == set()

test_allow_webhook if _denied({"audit-webhook-config-file": "/etc/audit.yaml"}) == set()

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
