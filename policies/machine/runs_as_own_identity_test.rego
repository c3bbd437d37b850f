package gapcheck.machine.runs_as_own_identity_test

import data.gapcheck.machine.runs_as_own_identity as policy

test_deny_default_account if _denied({"default_service_account": true}) == {["default_service_account"]}

test_allow_own_account if _denied({"default_service_account": false}) == set()

test_allow_missing_where_there_is_no_such_account if _denied({}) == set()

test_subjects_are_machines_that_tell if {
	policy.subjects == {"a"} with input.machine as [{"id": "a", "default_service_account": false}, {"id": "b"}]
}

_denied(facts) := paths if {
	machine := object.union({"id": "terraform:.#web", "name": "web"}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [machine]
}
