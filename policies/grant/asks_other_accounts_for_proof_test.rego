package gapcheck.grant.asks_other_accounts_for_proof_test

import data.gapcheck.grant.asks_other_accounts_for_proof as policy

test_deny_account if _denied({"principals": ["arn:aws:iam::111122223333:root"]}) == {["principals", "0"]}

test_deny_account_by_number if _denied({"principals": ["arn:aws:iam::111122223333:role/ci", "111122223333"]}) == {["principals", "1"]}

test_deny_account_of_another_partition if _denied({"principals": ["arn:aws-us-gov:iam::111122223333:root"]}) == {["principals", "0"]}

test_deny_no_condition if {
	_denied({"principals": ["111122223333"], "conditions": []}) == {["principals", "0"]}
}

test_allow_external_id if {
	conditions := [{"operator": "StringEquals", "key": "sts:externalid", "values": ["x"]}]
	_denied({"principals": ["arn:aws:iam::111122223333:root"], "conditions": conditions}) == set()
}

test_allow_role if _denied({"principals": ["arn:aws:iam::111122223333:role/ci"]}) == set()

test_allow_role_called_root if _denied({"principals": ["arn:aws:iam::111122223333:root/x"]}) == set()

test_deny_account_without_a_type if {
	_denied({"principals": ["111122223333"], "principal_types": ["*"]}) == {["principals", "0"]}
}

test_allow_types_without_accounts if _denied({"principals": ["111122223333"], "principal_types": ["service"]}) == set()

test_allow_service if _denied({"principals": ["ec2.amazonaws.com"]}) == set()

test_allow_long_number if _denied({"principals": ["1111222233334", "x111122223333", "x-arn:aws:iam::111122223333:root"]}) == set()

test_allow_missing_principals if _denied({}) == set()

test_allow_refusal if _denied({"effect": "deny", "principals": ["111122223333"]}) == set()

test_allow_statement if _denied({"form": "statement", "principals": ["111122223333"]}) == set()

test_subjects_are_trusts if {
	population := [
		{"id": "a", "form": "trust", "effect": "allow"},
		{"id": "b", "form": "trust", "effect": "deny"},
		{"id": "c", "form": "statement", "effect": "allow"},
	]
	policy.subjects == {"a"} with input.grant as population
}

_denied(facts) := paths if {
	trust := {"id": "a", "name": "a", "form": "trust", "effect": "allow", "principal_types": ["aws"]}
	subject := object.union(trust, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [subject]
}
