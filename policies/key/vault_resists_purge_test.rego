package gapcheck.key.vault_resists_purge_test

import data.gapcheck.key.vault_resists_purge as policy

test_deny_off if _denied({"purge_protection": false}) == {["purge_protection"]}

test_deny_missing if _denied({}) == {["purge_protection"]}

test_allow_on if _denied({"purge_protection": true}) == set()

test_allow_key if _denied({"form": "key"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "vault", "purge_protection": true},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.key as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "vault"}, facts))
	paths := {it.path | some it in policy.deny} with input.key as [subject]
}
