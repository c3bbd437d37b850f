package gapcheck.grant.deletes_no_logs_of_pods_test

import data.gapcheck.grant.deletes_no_logs_of_pods as policy

test_deny_deleting if {
	every action in ["delete", "deletecollection", "*"] {
		every resource in ["pods/log", "pods/*"] {
			_denied({"form": "rule", "actions": ["get", action], "resources": [resource]}) == {["actions", "1"]}
		}
	}
}

test_allow_reading if _denied({"form": "rule", "actions": ["get"], "resources": ["pods/log"]}) == set()

test_allow_others if _denied({"form": "rule", "actions": ["delete"], "resources": ["pods"]}) == set()

test_allow_other_forms if _denied({"form": "statement", "actions": ["delete"], "resources": ["pods/log"]}) == set()

test_allow_missing if _denied({"form": "rule"}) == set()

test_subjects_are_rules if policy.subjects == {"a"} with input.grant as [{"id": "a", "form": "rule"}, {"id": "b", "form": "binding"}]

_denied(facts) := paths if {
	grant := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
