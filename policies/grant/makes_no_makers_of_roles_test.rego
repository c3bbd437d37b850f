package gapcheck.grant.makes_no_makers_of_roles_test

import data.gapcheck.grant.makes_no_makers_of_roles as policy

test_deny_each if {
	every it in policy._makers {
		_denied({"actions": ["Microsoft.Compute/*/read", it]}) == {["actions", "1"]}
	}
}

test_makers_are_those_that_were_meant if {
	policy._makers == {
		"*",
		concat("", ["microsoft.authorization", "/*"]),
		concat("", ["microsoft.authorization", "/*/write"]),
		concat("", ["microsoft.authorization", "/roledefinitions/*"]),
		concat("", ["microsoft.authorization", "/roledefinitions/write"]),
	}
}

test_deny_any_case if {
	_denied({"actions": ["Microsoft.Authorization/roleDefinitions/write"]}) == {["actions", "0"]}
}

test_allow_taken_back if {
	_denied({"actions": ["*"], "not_actions": ["Microsoft.Authorization/*/Write"]}) == set()
}

test_deny_other_taken_back if _denied({"actions": ["*"], "not_actions": ["Microsoft.Compute/*"]}) == {["actions", "0"]}

test_allow_reader if _denied({"actions": ["Microsoft.Authorization/*/read"]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_form if _denied({"form": "statement", "actions": ["*"]}) == set()

test_allow_roles_of_the_provider if _denied({"custom": false, "actions": ["*"]}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "role", "custom": true},
		{"id": "b", "form": "role", "custom": false},
		{"id": "c", "form": "rule", "custom": true},
	]
	policy.subjects == {"a"} with input.grant as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "form": "role", "custom": true}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [subject]
}
