package gapcheck.grant.raises_no_rights_in_clusters_test

import data.gapcheck.grant.raises_no_rights_in_clusters as policy

test_deny_impersonation if _denied({"form": "rule", "actions": ["get", "impersonate"], "resources": ["users"]}) == {["actions", "1"]}

test_deny_escalation if _denied({"form": "rule", "actions": ["escalate"], "resources": ["roles"]}) == {["actions", "0"]}

test_allow_reading if _denied({"form": "rule", "actions": ["get"], "resources": ["roles"]}) == set()

test_allow_missing if _denied({"form": "rule"}) == set()

test_subjects_are_rules if policy.subjects == {"a"} with input.grant as [{"id": "a", "form": "rule"}, {"id": "b", "form": "statement"}]

test_deny_form_rule_actions if _denied({"form": "rule", "actions": ["bind"]}) == {["actions", "0"]}

test_allow_actions if {
	paths := {it.path | some it in policy.deny} with input.grant as [{"id": "a", "name": "a", "actions": ["bind"]}]
	paths == set()
}

_denied(facts) := paths if {
	grant := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
