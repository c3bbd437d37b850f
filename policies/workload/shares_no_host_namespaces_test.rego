package gapcheck.workload.shares_no_host_namespaces_test

import data.gapcheck.workload.shares_no_host_namespaces as policy

test_deny_network if _denied({"host_network": true}) == {["host_network"]}

test_deny_each if _denied({"host_pid": true, "host_ipc": true, "host_users": true}) == {["host_pid"], ["host_ipc"], ["host_users"]}

test_deny_name_and_control_groups if _denied({"host_name": true, "host_cgroups": true}) == {["host_name"], ["host_cgroups"]}

test_allow_default if _denied({"host_network": false, "host_pid": false}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_all_workloads if policy.subjects == {"a"} with input.workload as [{"id": "a"}]

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
