package gapcheck.grant.changes_no_network_test

import data.gapcheck.grant.changes_no_network as policy

test_deny_each if {
	every resource in ["services", "endpoints", "endpointslices", "networkpolicies", "ingresses"] {
		_rule(resource, "create") == {["resources", "0"]}
	}
	every action in ["update", "patch", "delete", "deletecollection", "*"] {
		_rule("services", action) == {["resources", "0"]}
	}
}

test_allow_reading if _rule("services", "get") == set()

test_allow_other_resources if _rule("pods", "create") == set()

test_allow_other_forms if _denied({"form": "statement", "actions": ["*"], "resources": ["services"]}) == set()

_rule(resource, action) := _denied({"form": "rule", "actions": [action], "resources": [resource]})

test_allow_missing if _denied({"form": "rule"}) == set()

test_subjects_are_rules if policy.subjects == {"a"} with input.grant as [{"id": "a", "form": "rule"}, {"id": "b", "form": "binding"}]

_denied(facts) := paths if {
	grant := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
