package gapcheck.backup.vault_is_locked_test

import data.gapcheck.backup.vault_is_locked as policy

test_deny_unlocked if _denied({"locked": false}) == {["locked"]}

test_deny_missing if _denied({}) == {["locked"]}

test_allow_locked if _denied({"locked": true}) == set()

test_allow_plan if _denied({"form": "plan"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "vault", "locked": true},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.backup as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "vault"}, facts))
	paths := {it.path | some it in policy.deny} with input.backup as [subject]
}
