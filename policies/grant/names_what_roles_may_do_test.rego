package gapcheck.grant.names_what_roles_may_do_test

import data.gapcheck.grant.names_what_roles_may_do as policy

test_deny_every_verb if _denied({"form": "rule", "actions": ["get", "*"], "resources": ["pods"]}) == {["actions", "1"]}

test_deny_all_at_once if {
	_denied({"form": "rule", "actions": ["*"], "resources": ["*"], "api_groups": ["*"]}) == {["actions", "0"], ["resources", "0"], ["api_groups", "0"]}
}

test_allow_named if _denied({"form": "rule", "actions": ["get"], "resources": ["pods"], "api_groups": [""]}) == set()

test_allow_missing if _denied({"form": "rule"}) == set()

test_subjects_are_rules if policy.subjects == {"a"} with input.grant as [{"id": "a", "form": "rule"}, {"id": "b", "form": "statement"}]

test_allow_actions if {
	paths := {it.path | some it in policy.deny} with input.grant as [{"id": "a", "name": "a", "actions": ["*"]}]
	paths == set()
}

_denied(facts) := paths if {
	grant := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
