package gapcheck.machine.signs_in_with_keys_test

import data.gapcheck.machine.signs_in_with_keys as policy

test_deny_passwords if _denied({"ssh_password": true}) == {["ssh_password"]}

test_allow_keys_only if _denied({"ssh_password": false}) == set()

test_allow_missing_where_the_image_decides if _denied({}) == set()

test_subjects_are_machines_that_tell if {
	policy.subjects == {"a"} with input.machine as [{"id": "a", "ssh_password": false}, {"id": "b"}]
}

_denied(facts) := paths if {
	machine := object.union({"id": "terraform:.#web", "name": "web"}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [machine]
}
