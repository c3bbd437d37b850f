package gapcheck.database.keeps_own_key_test

import data.gapcheck.database.keeps_own_key as policy

test_deny_missing if _denied({}) == {["kms_key"]}

test_allow_own if _denied({"kms_key": "own"}) == set()

test_deny_each_form if {
	every it in ["document", "warehouse"] {
		_denied({"form": it}) == {["kms_key"]}
	}
}

test_deny_each_provider if {
	every it in ["azure", "google"] {
		_denied({"provider": it}) == {["kms_key"]}
	}
}

test_deny_spanner if _denied({"form": "relational", "engine": "spanner"}) == {["kms_key"]}

test_allow_other_form if _denied({"form": "relational"}) == set()

test_allow_other_provider if _denied({"provider": "aws"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "document", "provider": "azure"},
		{"id": "b", "form": "document", "provider": "aws"},
		{"id": "c", "form": "relational", "provider": "google"},
		{"id": "d", "form": "relational", "provider": "google", "engine": "spanner"},
	]
	policy.subjects == {"a", "d"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "form": "warehouse", "provider": "google"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
