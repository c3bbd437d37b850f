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

test_deny_every_verb_on_roles if {
	every resource in ["roles", "clusterroles", "*"] {
		every group in ["rbac.authorization.k8s.io", "*"] {
			_denied({"form": "rule", "actions": ["*"], "resources": [resource], "api_groups": [group]}) == {["actions", "0"]}
		}
	}
}

test_deny_every_verb_on_identities if {
	every resource in ["users", "groups", "serviceaccounts"] {
		every group in ["", "*"] {
			_denied({"form": "rule", "actions": ["*"], "resources": [resource], "api_groups": [group]}) == {["actions", "0"]}
		}
	}
}

test_allow_every_verb_elsewhere if {
	every rule in [
		{"resources": ["pods"], "api_groups": [""]},
		{"resources": ["roles"], "api_groups": ["apps"]},
		{"resources": ["users"], "api_groups": ["apps"]},
		{"resources": ["*"], "api_groups": [""]},
		{"resources": ["roles"]},
	] {
		_denied(object.union({"form": "rule", "actions": ["*"]}, rule)) == set()
	}
}

test_allow_other_forms if _denied({"form": "statement", "actions": ["*"], "resources": ["*"], "api_groups": ["*"]}) == set()

test_allow_reading_roles if {
	_denied({"form": "rule", "actions": ["get"], "resources": ["*"], "api_groups": ["*"]}) == set()
}

test_allow_every_verb_on_others_of_the_group if {
	_denied({"form": "rule", "actions": ["*"], "resources": ["rolebindings"], "api_groups": ["rbac.authorization.k8s.io"]}) == set()
}

_denied(facts) := paths if {
	grant := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
