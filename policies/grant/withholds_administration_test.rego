package gapcheck.grant.withholds_administration_test

import data.gapcheck.grant.withholds_administration as policy

test_deny_everything_on_everything if {
	_denied({"form": "statement", "effect": "allow", "actions": ["s3:GetObject", "*"], "resources": ["*"]}) == {["actions", "1"]}
}

test_deny_managed_policy if _denied({"form": "attachment", "role": "arn:aws:iam::aws:policy/AdministratorAccess"}) == {["role"]}

test_deny_custom_role if _denied({"form": "role", "custom": true, "actions": ["*"]}) == {["actions", "0"]}

test_deny_owner_of_subscription if _denied({"form": "binding", "role": "Owner", "scope": "subscription"}) == {["role"]}

test_allow_owner_of_one_thing if _denied({"form": "binding", "role": "Owner", "scope": "resource"}) == set()

test_allow_named_actions if _denied({"form": "statement", "effect": "allow", "actions": ["s3:*"], "resources": ["*"]}) == set()

test_allow_named_resources if {
	_denied({"form": "statement", "effect": "allow", "actions": ["*"], "resources": ["arn:aws:s3:::logs"]}) == set()
}

test_allow_denying_statement if _denied({"form": "statement", "effect": "deny", "actions": ["*"], "resources": ["*"]}) == set()

test_allow_missing_actions if _denied({"form": "statement", "effect": "allow", "not_actions": ["iam:*"], "resources": ["*"]}) == set()

test_allow_other_policy if _denied({"form": "attachment", "role": "arn:aws:iam::aws:policy/ReadOnlyAccess"}) == set()

test_subjects_are_grants_of_rights if {
	grants := [{"id": "a", "form": "statement"}, {"id": "b", "form": "user"}, {"id": "c", "form": "binding", "scope": "subscription"}]
	policy.subjects == {"a", "c"} with input.grant as grants
}

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "attachment", "role": "arn:aws:iam::aws:policy/ReadOnlyAccess"},
		{"id": "b", "actions": ["*"], "form": "role"},
		{"id": "c", "scope": "subscription"},
		{"id": "d", "form": "binding", "role": "Owner", "scope": "resource"},
	]
	policy.subjects == {"a", "b"} with input.grant as population
}

test_allow_actions_effect_allow_form_empty if {
	_denied({"actions": ["s3:GetObject", "*"], "effect": "allow", "form": "*", "resources": ["*"]}) == set()
}

test_deny_actions_effect_allow_form_statement if {
	_denied({"actions": ["*:*"], "effect": "allow", "form": "statement", "resources": ["*"]}) == {["actions", "0"]}
}

test_allow_actions_custom_form_empty if _denied({"actions": ["*"], "custom": true, "form": "*"}) == set()

test_allow_actions_form_role if _denied({"actions": ["*"], "form": "role"}) == set()

test_allow_actions_custom_form_role if _denied({"actions": [""], "custom": true, "form": "role"}) == set()

test_allow_scope_subscription_role_owner if _denied({"scope": "subscription", "role": "Owner"}) == set()

_denied(facts) := paths if {
	grant := object.union({"id": "terraform:.#deploy", "name": "deploy"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
