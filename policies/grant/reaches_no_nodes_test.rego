package gapcheck.grant.reaches_no_nodes_test

import data.gapcheck.grant.reaches_no_nodes as policy

test_deny_proxy if {
	every action in ["get", "create", "*"] {
		every resource in ["nodes/proxy", "nodes/*"] {
			_denied({"form": "rule", "actions": [action], "resources": ["nodes", resource]}) == {["resources", "1"]}
		}
	}
}

test_allow_metrics if _denied({"form": "rule", "actions": ["get"], "resources": ["nodes", "nodes/metrics"]}) == set()

test_allow_other_verbs if _denied({"form": "rule", "actions": ["list"], "resources": ["nodes/proxy"]}) == set()

test_allow_other_forms if _denied({"form": "statement", "actions": ["get"], "resources": ["nodes/proxy"]}) == set()

test_allow_missing if _denied({"form": "rule"}) == set()

test_subjects_are_rules if policy.subjects == {"a"} with input.grant as [{"id": "a", "form": "rule"}, {"id": "b", "form": "binding"}]

_denied(facts) := paths if {
	grant := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
