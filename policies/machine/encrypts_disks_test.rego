package gapcheck.machine.encrypts_disks_test

import data.gapcheck.machine.encrypts_disks as policy

test_deny_plain_root if _denied({"root_disk_encrypted": false}) == {["root_disk_encrypted"]}

test_deny_plain_data_disk if {
	disks := [{"encrypted": true}, {"encrypted": false}]
	_denied({"root_disk_encrypted": true, "data_disks": disks}) == {["data_disks", "1", "encrypted"]}
}

test_allow_encrypted if _denied({"root_disk_encrypted": true, "data_disks": [{"encrypted": true}]}) == set()

test_allow_missing_disks if _denied({}) == set()

test_subjects_are_machines_that_declare_disks if {
	machines := [{"id": "a", "root_disk_encrypted": true}, {"id": "b", "data_disks": [{"encrypted": true}]}, {"id": "c", "data_disks": []}]
	policy.subjects == {"a", "b"} with input.machine as machines
}

test_deny_data_disks_no_root_disk_encrypted if {
	paths := {it.path | some it in policy.deny} with input.machine as [{"data_disks": [{"encrypted": false}], "id": "a", "name": "a", "root_disk_encrypted": false}]
	paths == {["data_disks", "0", "encrypted"], ["root_disk_encrypted"]}
}

_denied(facts) := paths if {
	machine := object.union({"id": "terraform:.#web", "name": "web"}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [machine]
}
