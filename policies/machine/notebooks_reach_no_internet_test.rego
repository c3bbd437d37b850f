package gapcheck.machine.notebooks_reach_no_internet_test

import data.gapcheck.machine.notebooks_reach_no_internet as policy

test_deny_internet_access if _denied({"internet_access": true}) == {["internet_access"]}

test_allow_missing if _denied({}) == set()

test_allow_internet_access if _denied({"internet_access": false}) == set()

test_allow_other_machines if _denied({"notebook": false, "internet_access": true}) == set()

test_subjects_are_notebooks if {
	population := [{"id": "a", "notebook": true}, {"id": "b"}]
	policy.subjects == {"a"} with input.machine as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "notebook": true}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [subject]
}
