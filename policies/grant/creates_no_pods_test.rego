package gapcheck.grant.creates_no_pods_test

import data.gapcheck.grant.creates_no_pods as policy

test_deny_create if _denied(["pods"], ["get", "create"]) == {["actions", "1"]}

test_deny_every_action if _denied(["pods"], ["*"]) == {["actions", "0"]}

test_deny_every_resource if _denied(["*"], ["create"]) == {["actions", "0"]}

test_allow_reading if _denied(["pods"], ["get", "list", "delete"]) == set()

test_allow_controllers if _denied(["deployments"], ["create"]) == set()

test_allow_missing if policy.deny == set() with input.grant as [{"id": "a", "name": "a", "form": "rule"}]

test_allow_binding if {
	policy.deny == set() with input.grant as [{"id": "a", "name": "a", "form": "binding", "resources": ["pods"], "actions": ["create"]}]
}

test_subjects_are_rules if {
	policy.subjects == {"a"} with input.grant as [{"id": "a", "form": "rule"}, {"id": "b", "form": "binding"}]
}

_denied(resources, actions) := paths if {
	rule := {"id": "a", "name": "a", "form": "rule", "resources": resources, "actions": actions}
	paths := {it.path | some it in policy.deny} with input.grant as [rule]
}
