package gapcheck.grant.keeps_view_role_to_viewing_test

import data.gapcheck.grant.keeps_view_role_to_viewing as policy

test_deny_writing if _denied({"actions": ["get", "create"], "resources": ["pods"], "api_groups": [""]}) == {["actions", "1"]}

test_deny_secrets if _denied({"actions": ["get"], "resources": ["pods", "secrets"], "api_groups": [""]}) == {["resources", "1"]}

test_deny_everything_of_all_groups if _denied({"actions": ["list"], "resources": ["*"], "api_groups": ["*"]}) == {["resources", "0"]}

test_deny_missing_group if _denied({"actions": ["watch"], "resources": ["secrets"]}) == {["resources", "0"]}

test_allow_viewing if _denied({"actions": ["get", "list", "watch"], "resources": ["crontabs"], "api_groups": ["stable.example.com"]}) == set()

test_allow_secrets_of_another_group if _denied({"actions": ["get"], "resources": ["secrets"], "api_groups": ["example.com"]}) == set()

test_allow_other_roles if {
	grant := {"id": "a", "name": "a", "form": "rule", "added_to": ["edit"], "actions": ["create"], "resources": ["secrets"]}
	denied := policy.deny with input.grant as [grant]
	denied == set()
	subjects := policy.subjects with input.grant as [grant]
	subjects == set()
}

test_allow_missing if {
	grant := {"id": "a", "name": "a", "form": "rule", "actions": ["create"], "resources": ["secrets"]}
	denied := policy.deny with input.grant as [grant]
	denied == set()
}

test_allow_bindings_are_no_subjects if {
	grants := [{"id": "a", "name": "a", "form": "binding", "added_to": ["view"]}, {"id": "b", "name": "b", "form": "rule", "added_to": ["view"]}]
	policy.subjects == {"b"} with input.grant as grants
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "form": "rule", "added_to": ["view"]}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [subject]
}
