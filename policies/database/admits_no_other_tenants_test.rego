package gapcheck.database.admits_no_other_tenants_test

import data.gapcheck.database.admits_no_other_tenants as policy

test_deny_all_tenants if _denied({"open_networks": ["1.2.3.4-1.2.3.4", "0.0.0.0-0.0.0.0"]}) == {["open_networks", "1"]}

test_allow_range if _denied({"open_networks": ["1.2.3.4-1.2.3.4"]}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	policy.subjects == {"a"} with input.database as [{"id": "a", "open_networks": []}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
