package gapcheck.grant.withholds_rights_over_identities_test

import data.gapcheck.grant.withholds_rights_over_identities as policy

test_deny_each_way_to_say_everything if {
	every it in ["iam:*", "IAM:*", "*", "*:*"] {
		_denied({"actions": ["s3:GetObject", it]}) == {["actions", "1"]}
	}
}

test_allow_named_actions if _denied({"actions": ["iam:PassRole", "iam:Get*"]}) == set()

test_allow_denial if _denied({"effect": "deny", "actions": ["iam:*"]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_forms if _denied({"form": "role", "actions": ["*"]}) == set()

test_subjects_are_statements if {
	policy.subjects == {"a"} with input.grant as [{"id": "a", "form": "statement"}, {"id": "b", "form": "user"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "form": "statement", "effect": "allow"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [subject]
}
