package gapcheck.disk.keeps_encryption_by_its_machine_on_test

import data.gapcheck.disk.keeps_encryption_by_its_machine_on as policy

test_deny_off if _denied({"guest_encryption": false}) == {["guest_encryption"]}

test_allow_on if _denied({"guest_encryption": true}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_say_so if {
	disks := [{"id": "a", "guest_encryption": true}, {"id": "b"}]
	policy.subjects == {"a"} with input.disk as disks
}

_denied(facts) := paths if {
	disk := object.union({"id": "terraform:azurerm_managed_disk.data", "name": "data"}, facts)
	paths := {it.path | some it in policy.deny} with input.disk as [disk]
}
