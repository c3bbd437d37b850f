package gapcheck.database.search_records_who_did_what_test

import data.gapcheck.database.search_records_who_did_what as policy

test_deny_none if _denied({"log_exports": []}) == {["log_exports"]}

test_deny_others_only if _denied({"log_exports": ["INDEX_SLOW_LOGS"]}) == {["log_exports"]}

test_deny_missing if _denied({}) == {["log_exports"]}

test_allow_audit if _denied({"log_exports": ["INDEX_SLOW_LOGS", "AUDIT_LOGS"]}) == set()

test_allow_other_forms if _denied({"form": "relational"}) == set()

test_allow_other_providers if _denied({"provider": "google"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "provider": "aws", "form": "search"},
		{"id": "b", "provider": "aws", "form": "cache"},
		{"id": "c", "provider": "azure", "form": "search"},
	]
	policy.subjects == {"a"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"provider": "aws", "form": "search"}), facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
