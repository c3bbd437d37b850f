package gapcheck.resource.keeps_volumes_off_the_host_test

import data.gapcheck.resource.keeps_volumes_off_the_host as policy

test_deny_folder if _denied({"spec": {"hostPath": {"path": "/data"}}}) == {["spec", "hostPath"]}

test_allow_disk if _denied({"spec": {"csi": {"driver": "ebs.csi.aws.com"}}}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_kinds if _denied({"kind": "Pod", "spec": {"hostPath": {"path": "/data"}}}) == set()

test_subjects_are_volumes if {
	policy.subjects == {"a"} with input.resource as [{"id": "a", "kind": "PersistentVolume"}, {"id": "b", "kind": "Pod"}]
}

_denied(facts) := paths if {
	volume := object.union({"id": "a", "name": "a", "format": "kubernetes", "kind": "PersistentVolume"}, facts)
	paths := {it.path | some it in policy.deny} with input.resource as [volume]
}
