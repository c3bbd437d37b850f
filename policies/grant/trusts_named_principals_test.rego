package gapcheck.grant.trusts_named_principals_test

import data.gapcheck.grant.trusts_named_principals as policy

test_deny_everybody if _denied({"form": "trust", "effect": "allow", "principals": ["ec2.amazonaws.com", "*"]}) == {["principals", "1"]}

test_allow_service if _denied({"form": "trust", "effect": "allow", "principals": ["ec2.amazonaws.com"]}) == set()

test_allow_condition if {
	conditions := [{"operator": "StringEquals", "key": "aws:principalorgid", "values": ["o-1"]}]
	_denied({"form": "trust", "effect": "allow", "principals": ["*"], "conditions": conditions}) == set()
}

test_allow_denying_statement if _denied({"form": "trust", "effect": "deny", "principals": ["*"]}) == set()

test_allow_missing_principals if _denied({"form": "trust", "effect": "allow"}) == set()

test_subjects_are_trusts if {
	grants := [{"id": "a", "form": "trust", "effect": "allow"}, {"id": "b", "form": "statement", "effect": "allow"}]
	policy.subjects == {"a"} with input.grant as grants
}

test_deny_conditions_empty_effect_allow_form_trust if {
	_denied({"conditions": [], "effect": "allow", "form": "trust", "principals": ["*"]}) == {["principals", "0"]}
}

_denied(facts) := paths if {
	grant := object.union({"id": "terraform:.#deploy", "name": "deploy"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
