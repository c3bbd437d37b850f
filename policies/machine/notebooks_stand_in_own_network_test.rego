package gapcheck.machine.notebooks_stand_in_own_network_test

import data.gapcheck.machine.notebooks_stand_in_own_network as policy

test_deny_in_network if _denied({"in_network": false}) == {["in_network"]}

test_deny_missing if _denied({}) == {["in_network"]}

test_allow_in_network if _denied({"in_network": true}) == set()

test_allow_other_machines if _denied({"notebook": false, "in_network": false}) == set()

test_subjects_are_notebooks if {
	population := [{"id": "a", "notebook": true}, {"id": "b"}]
	policy.subjects == {"a"} with input.machine as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "notebook": true}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [subject]
}
