package gapcheck.grant.reads_no_data_everywhere_test

import data.gapcheck.grant.reads_no_data_everywhere as policy

test_deny_listed if _denied({"actions": ["s3:ListBucket", "s3:GetObject"]}) == {["actions", "1"]}

test_deny_each_listed if {
	every action in {"rds:copydbsnapshot", "rds:createdbsnapshot", "s3:getobject", "secretsmanager:getsecretvalue", "ssm:getparameter", "ssm:getparameters", "ssm:getparametersbypath"} {
		_denied({"actions": [action]}) == {["actions", "0"]}
	}
}

test_deny_pattern if _denied({"actions": ["secretsmanager:*"]}) == {["actions", "0"]}

test_allow_everything_which_is_asked_for_elsewhere if _denied({"actions": ["*"]}) == set()

test_allow_others if _denied({"actions": ["s3:ListBucket"]}) == set()

test_allow_other_pattern if _denied({"actions": ["ec2:*"]}) == set()

test_allow_named_thing if _allowed({"resources": ["arn:aws:s3:::orders/*"]})

test_allow_condition if _allowed({"conditions": [{"operator": "StringEquals", "key": "aws:principalorgid", "values": ["o-1"]}]})

test_allow_denial if _allowed({"effect": "deny"})

test_allow_trust if _allowed({"form": "trust"})

test_allow_missing_actions if _denied({}) == set()

test_deny_empty_conditions if _denied({"actions": ["s3:GetObject"], "conditions": []}) == {["actions", "0"]}

test_allow_beginning_of_a_name if _denied({"actions": ["s3:GetObj"]}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "statement"},
		{"id": "b", "form": "trust"},
	]
	policy.subjects == {"a"} with input.grant as population
}

_allowed(facts) if _denied(object.union({"actions": ["s3:GetObject"]}, facts)) == set()

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"form": "statement", "effect": "allow", "resources": ["*"]}), facts)
	paths := {it.path | some it in policy.deny} with input.grant as [subject]
}
