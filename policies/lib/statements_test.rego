package gapcheck.lib.statements_test

import data.gapcheck.lib.statements

test_everybody_is_open if statements.open_principals({"effect": "allow", "principals": ["a", "*"]}) == {1}

test_every_account_is_open if statements.open_principals({"effect": "allow", "principals": ["arn:aws:iam::*:root"]}) == {0}

test_named_is_not_open if statements.open_principals({"effect": "allow", "principals": ["arn:aws:iam::1:root"]}) == set()

test_denied_is_not_open if statements.open_principals({"effect": "deny", "principals": ["*"]}) == set()

test_own_organization_is_not_open if {
	condition := {"operator": "StringEquals", "key": "aws:principalorgid", "values": ["o-1"]}
	statements.open_principals({"effect": "allow", "principals": ["*"], "conditions": [condition]}) == set()
}

test_condition_that_all_meet_is_open if {
	condition := {"operator": "IpAddress", "key": "aws:sourceip", "values": ["0.0.0.0/0"]}
	statements.open_principals({"effect": "allow", "principals": ["*"], "conditions": [condition]}) == {0}
}
