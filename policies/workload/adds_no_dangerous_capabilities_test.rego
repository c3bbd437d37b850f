package gapcheck.workload.adds_no_dangerous_capabilities_test

import data.gapcheck.workload.adds_no_dangerous_capabilities as policy

test_deny_administration if _denied({"added_capabilities": ["CHOWN", "SYS_ADMIN"]}) == {["added_capabilities", "1"]}

test_deny_everything if _denied({"added_capabilities": ["ALL"]}) == {["added_capabilities", "0"]}

test_allow_low_port if _denied({"added_capabilities": ["NET_BIND_SERVICE"]}) == set()

test_allow_default if _denied({"added_capabilities": []}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_all_workloads if policy.subjects == {"a"} with input.workload as [{"id": "a"}]

test_allow_added_capabilities if {
	paths := {it.path | some it in policy.deny} with input.workload as [{"id": "a", "name": "a", "added_capabilities": ["AUDIT_WRITE"]}]
	paths == set()
}

test_allow_added_capabilities_2 if {
	paths := {it.path | some it in policy.deny} with input.workload as [{"id": "a", "name": "a", "added_capabilities": ["MKNOD"]}]
	paths == set()
}

test_allow_added_capabilities_3 if {
	paths := {it.path | some it in policy.deny} with input.workload as [{"id": "a", "name": "a", "added_capabilities": ["SYS_CHROOT"]}]
	paths == set()
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
