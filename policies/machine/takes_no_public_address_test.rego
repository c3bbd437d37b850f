package gapcheck.machine.takes_no_public_address_test

import data.gapcheck.machine.takes_no_public_address as policy

test_deny_public if _denied({"public_ip": true}) == {["public_ip"]}

test_allow_private if _denied({"public_ip": false}) == set()

test_allow_missing_because_the_subnet_decides if _denied({}) == set()

test_subjects_are_machines_and_not_groups_of_them if {
	policy.subjects == {"a"} with input.machine as [{"id": "a"}, {"id": "b", "fleet": true}]
}

_denied(facts) := paths if {
	machine := object.union({"id": "terraform:.#web", "name": "web"}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [machine]
}
