package gapcheck.grant.controls_no_admission_test

import data.gapcheck.grant.controls_no_admission as policy

test_deny_create if _denied(["mutatingwebhookconfigurations"], ["create"]) == {["resources", "0"]}

test_deny_update if _denied(["pods", "validatingwebhookconfigurations"], ["get", "update"]) == {["resources", "1"]}

test_deny_patch if _denied(["validatingwebhookconfigurations"], ["patch"]) == {["resources", "0"]}

test_deny_every_action if _denied(["validatingwebhookconfigurations"], ["*"]) == {["resources", "0"]}

test_deny_every_resource if _denied(["*"], ["create"]) == {["resources", "0"]}

test_allow_reading if _denied(["validatingwebhookconfigurations"], ["get", "list"]) == set()

test_allow_others if _denied(["validatingadmissionpolicies"], ["create"]) == set()

test_allow_another_group if {
	rule := {"id": "a", "name": "a", "form": "rule", "api_groups": ["apps"], "resources": ["*"], "actions": ["create"]}
	policy.deny == set() with input.grant as [rule]
}

test_deny_every_group if {
	rule := {"id": "a", "name": "a", "form": "rule", "api_groups": ["*"], "resources": ["*"], "actions": ["create"]}
	{it.path | some it in policy.deny} == {["resources", "0"]} with input.grant as [rule]
}

test_allow_missing if policy.deny == set() with input.grant as [{"id": "a", "name": "a", "form": "rule"}]

test_allow_binding if {
	rule := {"id": "a", "name": "a", "form": "binding", "api_groups": ["*"], "resources": ["*"], "actions": ["create"]}
	policy.deny == set() with input.grant as [rule]
}

test_subjects_are_rules if {
	policy.subjects == {"a"} with input.grant as [{"id": "a", "form": "rule"}, {"id": "b", "form": "binding"}]
}

test_deny_taking_away if {
	every action in ["delete", "deletecollection"] {
		_denied(["validatingwebhookconfigurations"], [action]) == {["resources", "0"]}
	}
}

_denied(resources, actions) := paths if {
	groups := ["admissionregistration.k8s.io"]
	rule := {"id": "a", "name": "a", "form": "rule", "api_groups": groups, "resources": resources, "actions": actions}
	paths := {it.path | some it in policy.deny} with input.grant as [rule]
}
