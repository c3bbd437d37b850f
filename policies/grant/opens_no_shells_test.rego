package gapcheck.grant.opens_no_shells_test

import data.gapcheck.grant.opens_no_shells as policy

test_deny_shell if {
	_denied({"form": "rule", "actions": ["create"], "resources": ["pods", "pods/exec"]}) == {["resources", "1"]}
}

test_allow_looking if _denied({"form": "rule", "actions": ["get"], "resources": ["pods", "pods/log"]}) == set()

test_allow_missing if _denied({"form": "rule"}) == set()

test_subjects_are_rules if policy.subjects == {"a"} with input.grant as [{"id": "a", "form": "rule"}, {"id": "b", "form": "statement"}]

test_allow_actions_resources if _denied({"actions": ["create"], "resources": ["pods", "pods/exec"]}) == set()

test_deny_actions_form_rule_resources if {
	_denied({"actions": ["get"], "form": "rule", "resources": ["pods", "pods/attach"]}) == {["resources", "1"]}
}

test_allow_actions_form_rule_resources if {
	_denied({"actions": ["get"], "form": "rule", "resources": ["pods", "other"]}) == set()
}

test_allow_actions_form_rule_resources_2 if {
	_denied({"actions": [""], "form": "rule", "resources": ["pods", "pods/exec"]}) == set()
}

test_deny_actions_form_rule_resources_2 if {
	_denied({"actions": ["get"], "form": "rule", "resources": ["pods", "pods/exec"]}) == {["resources", "1"]}
}

test_deny_actions_form_rule_resources_3 if {
	_denied({"actions": ["*"], "form": "rule", "resources": ["pods", "pods/exec"]}) == {["resources", "1"]}
}

test_allow_actions_form_rule_resources_3 if {
	_denied({"actions": ["get"], "form": "rule", "resources": ["pods", "other"]}) == set()
}

test_deny_actions_form_rule_resources_4 if {
	_denied({"actions": ["get"], "form": "rule", "resources": ["pods", "pods/portforward"]}) == {["resources", "1"]}
}

test_deny_all_parts_of_pods if {
	_denied({"form": "rule", "actions": ["create"], "resources": ["pods/*"], "api_groups": [""]}) == {["resources", "0"]}
}

test_deny_everything if {
	every group in ["", "*"] {
		every action in ["create", "*"] {
			_denied({"form": "rule", "actions": [action], "resources": ["*"], "api_groups": [group]}) == {["resources", "0"]}
		}
	}
}

test_allow_reading_everything if {
	_denied({"form": "rule", "actions": ["get"], "resources": ["*"], "api_groups": ["*"]}) == set()
}

test_allow_everything_of_another_group if {
	_denied({"form": "rule", "actions": ["*"], "resources": ["*"], "api_groups": ["apps"]}) == set()
}

_denied(facts) := paths if {
	grant := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
