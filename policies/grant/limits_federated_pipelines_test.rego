package gapcheck.grant.limits_federated_pipelines_test

import data.gapcheck.grant.limits_federated_pipelines as policy

test_allow_conditions_form_empty_principals if {
	_denied({"conditions": [{"key": "token.actions.githubusercontent.com:aud", "operator": "StringEquals", "values": ["sts.amazonaws.com"]}, {"key": "token.actions.githubusercontent.com:sub", "operator": "StringLike", "values": ["repo:*"]}], "form": "*", "principals": ["arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com"]}) == set()
}

test_deny_conditions_form_trust_principals if {
	_denied({"conditions": [{"key": "token.actions.githubusercontent.com:aud", "operator": "StringEquals", "values": ["repo:*/*"]}], "form": "trust", "principals": ["unknown"]}) == {["conditions"]}
}

test_allow_issuer_other if _denied({"issuer": "other"}) == set()

test_allow_form_empty_principals if {
	_denied({"form": "*", "principals": ["arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com"]}) == set()
}

test_allow_conditions_principals if {
	_denied({"conditions": [{"key": "token.actions.githubusercontent.com:aud", "operator": "StringEquals", "values": ["sts.amazonaws.com"]}], "principals": ["unknown"]}) == set()
}

test_allow_conditions_form_trust_principals if {
	_denied({"conditions": [{}], "form": "trust", "principals": ["unknown"]}) == set()
}

_provider := "arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com"

_audience := {"operator": "StringEquals", "key": "token.actions.githubusercontent.com:aud", "values": ["sts.amazonaws.com"]}

_subject(value) := {"operator": "StringLike", "key": "token.actions.githubusercontent.com:sub", "values": [value]}

test_deny_missing_condition if _denied({"form": "trust", "principals": [_provider]}) == {["conditions"]}

test_deny_audience_alone if _denied({"form": "trust", "principals": ["unknown"], "conditions": [_audience]}) == {["conditions"]}

test_deny_every_repository if {
	_denied({"form": "trust", "principals": [_provider], "conditions": [_audience, _subject("repo:*")]}) == {["conditions", "1", "values", "0"]}
}

test_deny_federation_without_condition if _denied({"form": "federation", "issuer": "https://token.actions.githubusercontent.com"}) == {["attribute_condition"]}

test_allow_named_repository if {
	_denied({"form": "trust", "principals": [_provider], "conditions": [_audience, _subject("repo:example/shop:ref:refs/heads/main")]}) == set()
}

test_allow_federation_with_condition if {
	_denied({"form": "federation", "issuer": "https://a", "attribute_condition": "assertion.repository_owner == 'example'"}) == set()
}

test_allow_other_trust if _denied({"form": "trust", "principals": ["ec2.amazonaws.com"]}) == set()

test_subjects_are_trusts_in_pipelines if {
	grants := [{"id": "a", "form": "trust", "principals": [_provider]}, {"id": "b", "form": "federation"}, {"id": "c", "form": "trust"}]
	policy.subjects == {"a", "b"} with input.grant as grants
}

test_allow_each_claim_that_names_a_repository if {
	every claim in ["repository", "repository_id", "repository_owner", "repository_owner_id", "job_workflow_ref"] {
		condition := {"operator": "StringEquals", "key": sprintf("token.actions.githubusercontent.com:%s", [claim]), "values": ["example"]}
		_denied({"form": "trust", "principals": [_provider], "conditions": [condition]}) == set()
	}
}

test_deny_each_wide_value if {
	every value in ["*", "repo:*/*", "repo:*:*", "repo:*/*:*"] {
		_denied({"form": "trust", "principals": [_provider], "conditions": [_subject(value)]}) == {["conditions", "0", "values", "0"]}
	}
}

_denied(facts) := paths if {
	grant := object.union({"id": "terraform:.#deploy", "name": "deploy"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
