package gapcheck.database.expires_personal_records_test

import data.gapcheck.database.expires_personal_records as policy

test_deny_kept if _denied({"expires_records": false}) == {["expires_records"]}

test_deny_missing if _denied({}) == {["expires_records"]}

test_deny_each_word if {
	every word in {"personal", "phi", "pii", "temporary"} {
		_denied({"classification": word}) == {["expires_records"]}
	}
}

test_allow_expiring if _denied({"expires_records": true}) == set()

test_allow_public if _denied({"classification": "public"}) == set()

test_allow_other_forms if _denied({"form": "search"}) == set()

test_allow_other_providers if _denied({"provider": "google"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "table", "provider": "aws", "classification": "pii"},
		{"id": "b", "form": "table", "provider": "aws"},
	]
	policy.subjects == {"a"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"form": "table", "provider": "aws", "classification": "personal"}), facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
