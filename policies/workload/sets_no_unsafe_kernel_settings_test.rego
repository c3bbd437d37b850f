package gapcheck.workload.sets_no_unsafe_kernel_settings_test

import data.gapcheck.workload.sets_no_unsafe_kernel_settings as policy

test_deny_unsafe if _denied({"pod": "a", "first_of_pod": true, "sysctls": ["net.ipv4.tcp_syncookies", "kernel.msgmax"]}) == {["sysctls", "1"]}

test_allow_safe if _denied({"pod": "a", "first_of_pod": true, "sysctls": ["kernel.shm_rmid_forced"]}) == set()

test_allow_missing if _denied({"pod": "a", "first_of_pod": true}) == set()

test_subjects_are_pods if {
	workloads := [{"id": "a", "format": "kubernetes", "first_of_pod": true}, {"id": "b", "format": "compose"}]
	policy.subjects == {"a"} with input.workload as workloads
}

_denied(facts) := paths if {
	workload := object.union({"id": "a", "name": "a", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
