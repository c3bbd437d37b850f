package gapcheck.grant.reads_no_cluster_secrets_test

import data.gapcheck.grant.reads_no_cluster_secrets as policy

test_deny_reading if {
	_denied({"form": "rule", "actions": ["get"], "resources": ["pods", "secrets"], "api_groups": [""]}) == {["resources", "1"]}
}

test_deny_every_verb if _denied({"form": "rule", "actions": ["*"], "resources": ["secrets"]}) == {["resources", "0"]}

test_deny_every_resource if {
	_denied({"form": "rule", "actions": ["get"], "resources": ["*"], "api_groups": [""]}) == {["resources", "0"]}
}

test_allow_named if {
	_denied({"form": "rule", "actions": ["get"], "resources": ["secrets"], "api_groups": [""], "resource_names": ["own"]}) == set()
}

test_allow_writing if _denied({"form": "rule", "actions": ["create"], "resources": ["secrets"], "api_groups": [""]}) == set()

test_allow_missing if _denied({"form": "rule"}) == set()

test_subjects_are_rules if policy.subjects == {"a"} with input.grant as [{"id": "a", "form": "rule"}, {"id": "b", "form": "statement"}]

test_allow_actions_form_empty_resources if _denied({"actions": ["*"], "form": "", "resources": ["secrets"]}) == set()

test_allow_actions_api_groups_empty_form_rule if {
	_denied({"actions": ["get"], "api_groups": [], "form": "rule", "resources": ["*"]}) == set()
}

test_deny_actions_api_groups_form_rule if {
	_denied({"actions": ["list"], "api_groups": [""], "form": "rule", "resources": ["*"]}) == {["resources", "0"]}
}

test_deny_actions_form_rule_resources if {
	_denied({"actions": ["watch"], "form": "rule", "resources": ["secrets"]}) == {["resources", "0"]}
}

test_allow_actions_form_rule_resources if {
	_denied({"actions": ["*"], "form": "rule", "resources": ["secrets"], "api_groups": [1]}) == set()
}

test_deny_actions_form_rule_resources_2 if {
	_denied({"actions": ["*"], "form": "rule", "resources": ["secrets"], "api_groups": ["*"]}) == {["resources", "0"]}
}

test_deny_actions_form_rule_resources_3 if {
	_denied({"actions": ["*"], "form": "rule", "resources": ["secrets"], "resource_names": ""}) == {["resources", "0"]}
}

_denied(facts) := paths if {
	grant := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
