package gapcheck.key.vault_denies_unknown_networks_test

import data.gapcheck.key.vault_denies_unknown_networks as policy

test_deny_default if _denied({"network_default": "allow"}) == {["network_default"]}

test_allow_deny if _denied({"network_default": "deny"}) == set()

test_allow_private if _denied({"network_default": "allow", "public_network_access": false}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "vault"},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.key as population
}

test_allow_network_default_other if {
	paths := {it.path | some it in policy.deny} with input.key as [{"id": "a", "name": "a", "network_default": "other"}]
	paths == set()
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "vault"}, facts))
	paths := {it.path | some it in policy.deny} with input.key as [subject]
}
