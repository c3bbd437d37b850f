package gapcheck.workload.sets_no_unsafe_kernel_settings_test

import data.gapcheck.workload.sets_no_unsafe_kernel_settings as policy

test_deny_unsafe if _denied({"pod": "a", "first_of_pod": true, "sysctls": ["net.ipv4.tcp_syncookies", "kernel.msgmax"]}) == {["sysctls", "1"]}

test_allow_safe if _denied({"pod": "a", "first_of_pod": true, "sysctls": ["kernel.shm_rmid_forced"]}) == set()

test_allow_missing if _denied({"pod": "a", "first_of_pod": true}) == set()

test_subjects_are_pods if {
	workloads := [{"id": "a", "format": "kubernetes", "first_of_pod": true}, {"id": "b", "format": "compose", "first_of_pod": true}, {"id": "c", "format": "kubernetes"}]
	policy.subjects == {"a"} with input.workload as workloads
}

test_allow_each_safe_setting if {
	settings := ["net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_wmem"]
	_denied({"pod": "a", "first_of_pod": true, "sysctls": settings}) == set()
}

test_allow_elsewhere if {
	every facts in [{"first_of_pod": false}, {"first_of_pod": true, "format": "compose"}] {
		_denied(object.union({"pod": "a", "sysctls": ["kernel.msgmax"]}, facts)) == set()
	}
}

_denied(facts) := paths if {
	workload := object.union({"id": "a", "name": "a", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
