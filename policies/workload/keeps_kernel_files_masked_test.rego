package gapcheck.workload.keeps_kernel_files_masked_test

import data.gapcheck.workload.keeps_kernel_files_masked as policy

test_deny_unmasked if _denied({"proc_mount": "Unmasked"}) == {["proc_mount"]}

test_allow_default if _denied({"proc_mount": "Default"}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_tell if policy.subjects == {"a"} with input.workload as [{"id": "a", "proc_mount": "Default"}, {"id": "b"}]

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "format": "kubernetes", "container_type": "main"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [subject]
}
