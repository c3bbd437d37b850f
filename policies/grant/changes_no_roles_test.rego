package gapcheck.grant.changes_no_roles_test

import data.gapcheck.grant.changes_no_roles as policy

test_deny_each if {
	every resource in ["roles", "rolebindings", "clusterroles", "clusterrolebindings", "*"] {
		_rule("rbac.authorization.k8s.io", resource, "create") == {["resources", "0"]}
	}
	every action in ["update", "patch", "delete", "deletecollection", "*"] {
		_rule("*", "roles", action) == {["resources", "0"]}
	}
}

test_allow_reading if _rule("rbac.authorization.k8s.io", "roles", "get") == set()

test_allow_other_groups if _rule("apps", "roles", "create") == set()

test_allow_other_resources if _rule("rbac.authorization.k8s.io", "other", "create") == set()

test_allow_other_forms if {
	_denied({"form": "statement", "api_groups": ["*"], "actions": ["*"], "resources": ["*"]}) == set()
}

_rule(group, resource, action) := _denied({"form": "rule", "api_groups": [group], "actions": [action], "resources": [resource]})

test_allow_missing if _denied({"form": "rule"}) == set()

test_subjects_are_rules if policy.subjects == {"a"} with input.grant as [{"id": "a", "form": "rule"}, {"id": "b", "form": "binding"}]

_denied(facts) := paths if {
	grant := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
