package gapcheck.grant.leaves_default_accounts_bare_test

import data.gapcheck.grant.leaves_default_accounts_bare as policy

test_deny_default if {
	_denied(object.union(_binding, {"role": "view", "principals": ["ServiceAccount:shop/default"]})) == {["principals", "0"]}
}

test_allow_own_account if _denied(object.union(_binding, {"role": "view", "principals": ["ServiceAccount:shop/web"]})) == set()

test_allow_missing if _denied(_binding) == set()

test_subjects_are_bindings_in_clusters if {
	policy.subjects == {"a"} with input.grant as [object.union(_binding, {"id": "a"}), {"id": "b", "form": "binding", "scope": "project"}]
}

_binding := {"form": "binding", "scope": "cluster"}

_denied(facts) := paths if {
	grant := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
