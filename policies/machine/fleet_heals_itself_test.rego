package gapcheck.machine.fleet_heals_itself_test

import data.gapcheck.machine.fleet_heals_itself as policy

test_deny_unasked if _denied({"fleet": true, "heals": false}) == {["heals"]}

test_allow_asked if _denied({"fleet": true, "heals": true}) == set()

test_allow_missing if _denied({"fleet": true}) == set()

test_allow_single_machine if _denied({"fleet": false, "heals": false}) == set()

test_subjects_are_groups_that_say_so if {
	machines := [{"id": "a", "fleet": true, "heals": true}, {"id": "b", "fleet": true}, {"id": "c", "fleet": false, "heals": true}]
	policy.subjects == {"a"} with input.machine as machines
}

_denied(facts) := paths if {
	machine := object.union({"id": "terraform:google_compute_instance_group_manager.web", "name": "web"}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [machine]
}
