package gapcheck.machine.verifies_its_boot_test

import data.gapcheck.machine.verifies_its_boot as policy

test_deny_unsigned_boot if _denied({"secure_boot": false, "vtpm": true, "integrity_monitoring": true}) == {["secure_boot"]}

test_deny_without_tpm if _denied({"secure_boot": true, "vtpm": false, "integrity_monitoring": false}) == {["vtpm"], ["integrity_monitoring"]}

test_allow_verified if _denied({"secure_boot": true, "vtpm": true, "integrity_monitoring": true}) == set()

test_allow_missing_where_there_is_no_such_setting if _denied({}) == set()

test_subjects_are_machines_that_tell if {
	policy.subjects == {"a"} with input.machine as [{"id": "a", "secure_boot": true}, {"id": "b"}]
}

_denied(facts) := paths if {
	machine := object.union({"id": "terraform:.#web", "name": "web"}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [machine]
}
