package gapcheck.machine.verifies_its_boot_test

import data.gapcheck.machine.verifies_its_boot as policy

test_deny_without_tpm if _denied({"vtpm": false, "integrity_monitoring": true}) == {["vtpm"]}

test_deny_without_shield if _denied({}) == {["vtpm"]}

test_deny_unmeasured if _denied({"vtpm": true, "integrity_monitoring": false}) == {["integrity_monitoring"]}

test_allow_verified if _denied({"vtpm": true, "integrity_monitoring": true}) == set()

test_allow_missing_where_there_is_no_such_setting if {
	policy.deny == set() with input.machine as [{"id": "a", "name": "a"}]
}

test_subjects_are_machines_that_tell if {
	policy.subjects == {"a"} with input.machine as [{"id": "a", "secure_boot": true}, {"id": "b"}]
}

_denied(facts) := paths if {
	machine := object.union({"id": "terraform:.#web", "name": "web", "secure_boot": false}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [machine]
}
