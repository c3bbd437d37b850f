package gapcheck.bucket.requires_tls_test

import data.gapcheck.bucket.requires_tls as policy

test_deny_missing_policy if _denied({"provider": "aws"}) == {["statements"]}

test_deny_other_statement if _denied(_aws([])) == {["statements"]}

test_deny_plain_http_accepted if _denied({"provider": "azure", "tls_required": false}) == {["tls_required"]}

test_allow_refusal_of_plain_http if {
	_denied(_aws([{"operator": "Bool", "key": "aws:securetransport", "values": ["false"]}])) == set()
}

test_allow_refusal_of_old_versions if {
	_denied(_aws([{"operator": "NumericLessThan", "key": "s3:tlsversion", "values": ["1.2"]}])) == set()
}

test_allow_default_of_azure if _denied({"provider": "azure", "tls_required": true}) == set()

test_allow_google if _denied({"provider": "google"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "provider": "aws", "statements": [{"conditions": [{"key": "aws:securetransport", "operator": "Bool", "values": ["false"]}], "effect": "deny", "principals": ["*"]}]},
		{"id": "b", "provider": "azure", "tls_required": true},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.bucket as population
}

test_deny_provider_aws_statements if {
	_denied({"provider": "aws", "statements": [{"conditions": [{"key": "aws:securetransport", "operator": "Bool", "values": ["false"]}], "principals": ["*"]}]}) == {["statements"]}
}

test_deny_provider_aws_statements_2 if {
	_denied({"provider": "aws", "statements": [{"conditions": [{"key": "aws:securetransport", "operator": "Bool", "values": ["false"]}], "effect": "deny"}]}) == {["statements"]}
}

test_deny_provider_aws_statements_3 if {
	_denied({"provider": "aws", "statements": [{"conditions": [{}], "effect": "deny", "principals": ["*"]}]}) == {["statements"]}
}

test_deny_provider_aws_statements_4 if {
	_denied({"provider": "aws", "statements": [{"conditions": [{"values": ["false"], "operator": "Bool"}], "effect": "deny", "principals": ["*"]}]}) == {["statements"]}
}

test_deny_provider_aws_statements_5 if {
	_denied({"provider": "aws", "statements": [{"conditions": [{"key": "aws:securetransport", "values": ["false"]}], "effect": "deny", "principals": ["*"]}]}) == {["statements"]}
}

test_deny_provider_aws_statements_6 if {
	_denied({"provider": "aws", "statements": [{"conditions": [{"key": "aws:securetransport", "operator": "Bool"}], "effect": "deny", "principals": ["*"]}]}) == {["statements"]}
}

test_deny_provider_aws_statements_7 if {
	_denied({"provider": "aws", "statements": [{"conditions": [{"values": ["1.2"], "operator": "NumericLessThan"}], "effect": "deny", "principals": ["*"]}]}) == {["statements"]}
}

test_deny_provider_aws_statements_8 if {
	_denied({"provider": "aws", "statements": [{"conditions": [{"key": "s3:tlsversion", "values": ["1.2"]}], "effect": "deny", "principals": ["*"]}]}) == {["statements"]}
}

_aws(conditions) := {"provider": "aws", "statements": [{"effect": "deny", "principals": ["*"], "conditions": conditions}]}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
