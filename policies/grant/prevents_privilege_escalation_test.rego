package gapcheck.grant.prevents_privilege_escalation_test

import data.gapcheck.grant.prevents_privilege_escalation as policy

test_allow_actions_effect_allow_form_statement if {
	_denied({"actions": ["other"], "effect": "allow", "form": "statement", "resources": ["*"]}) == set()
}

test_allow_actions_effect_allow_resources if {
	_denied({"actions": ["iam:Create*"], "effect": "allow", "resources": ["*"]}) == set()
}

test_deny_actions_conditions_empty_effect_allow if {
	_denied({"actions": ["iam:PassRole"], "conditions": [], "effect": "allow", "form": "statement", "resources": ["*"]}) == {["actions", "0"]}
}

test_allow_actions_effect_allow_form_statement_2 if {
	_denied({"actions": ["iam:"], "effect": "allow", "form": "statement", "resources": ["*"]}) == set()
}

test_allow_actions_effect_allow_form_statement_3 if {
	_denied({"actions": ["*"], "effect": "allow", "form": "statement", "resources": ["*"]}) == set()
}

test_allow_actions_effect_allow_form_statement_4 if {
	_denied({"actions": ["other"], "effect": "allow", "form": "statement", "resources": ["*"]}) == set()
}

test_deny_actions_effect_allow_form_statement if {
	_denied({"actions": ["iam:addusertogroup"], "effect": "allow", "form": "statement", "resources": ["*"]}) == {["actions", "0"]}
}

test_deny_actions_effect_allow_form_statement_2 if {
	_denied({"actions": ["iam:updateloginprofile"], "effect": "allow", "form": "statement", "resources": ["*"]}) == {["actions", "0"]}
}

_statement := {"form": "statement", "effect": "allow", "resources": ["*"]}

test_deny_pass_role if _denied(object.union(_statement, {"actions": ["s3:*", "iam:PassRole"]})) == {["actions", "1"]}

test_deny_every_iam_action if _denied(object.union(_statement, {"actions": ["iam:*"]})) == {["actions", "0"]}

test_deny_wildcard_that_holds_one if _denied(object.union(_statement, {"actions": ["iam:Create*"]})) == {["actions", "0"]}

test_allow_reading if _denied(object.union(_statement, {"actions": ["iam:Get*", "iam:List*"]})) == set()

test_allow_named_role if {
	_denied(object.union(_statement, {"actions": ["iam:PassRole"], "resources": ["arn:aws:iam::1:role/web"]})) == set()
}

test_allow_condition if {
	conditions := [{"operator": "StringEquals", "key": "iam:passedtoservice", "values": ["ec2.amazonaws.com"]}]
	_denied(object.union(_statement, {"actions": ["iam:PassRole"], "conditions": conditions})) == set()
}

test_allow_denying_statement if _denied(object.union(_statement, {"effect": "deny", "actions": ["iam:*"]})) == set()

test_allow_missing_actions if _denied(_statement) == set()

test_subjects_are_statements if {
	policy.subjects == {"a"} with input.grant as [{"id": "a", "form": "statement"}, {"id": "b", "form": "trust"}]
}

test_deny_code_of_others if {
	actions := ["lambda:UpdateFunctionCode", "glue:UpdateDevEndpoint", "iam:PutGroupPolicy"]
	grant := {"form": "statement", "effect": "allow", "resources": ["*"], "actions": actions}
	_denied(grant) == {["actions", "0"], ["actions", "1"], ["actions", "2"]}
}

_denied(facts) := paths if {
	grant := object.union({"id": "terraform:.#deploy", "name": "deploy"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
