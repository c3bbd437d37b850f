package gapcheck.grant.names_its_actions_test

import data.gapcheck.grant.names_its_actions as policy

test_deny_everything if _denied({"actions": ["s3:GetObject", "*"]}) == {["actions", "1"]}

test_deny_everything_of_everything if _denied({"actions": ["*:*"]}) == {["actions", "0"]}

test_allow_service if _denied({"actions": ["s3:*"]}) == set()

test_allow_denial if _denied({"effect": "deny", "actions": ["*"]}) == set()

test_allow_trust if _denied({"form": "trust", "actions": ["*"]}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "statement"},
		{"id": "b", "form": "trust"},
	]
	policy.subjects == {"a"} with input.grant as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"form": "statement", "effect": "allow"}), facts)
	paths := {it.path | some it in policy.deny} with input.grant as [subject]
}
