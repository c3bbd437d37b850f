package gapcheck.cluster.keeps_own_key_on_disks_test

import data.gapcheck.cluster.keeps_own_key_on_disks as policy

test_deny_missing if _denied({}) == {["disk_key"]}

test_allow_own if _denied({"disk_key": "own"}) == set()

test_allow_other if _denied({"type": "google_container_cluster"}) == set()

test_subjects_leave_others_out if {
	population := [{"id": "a", "type": "azurerm_kubernetes_cluster"}, {"id": "b", "type": "aws_eks_cluster"}]
	policy.subjects == {"a"} with input.cluster as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "type": "azurerm_kubernetes_cluster"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [subject]
}
