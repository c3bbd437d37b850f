package gapcheck.bucket.keeps_every_version_test

import data.gapcheck.bucket.keeps_every_version as policy

test_deny_none if _denied({"versioning": false}) == {["versioning"]}

test_deny_missing if _denied({}) == {["versioning"]}

test_allow_versions if _denied({"versioning": true}) == set()

test_allow_log_bucket if _denied({"versioning": false, "holds_logs": true}) == set()

test_allow_other_provider if _denied({"versioning": false, "provider": "azure"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "provider": "google"},
		{"id": "b", "provider": "google", "holds_logs": true},
		{"id": "c", "provider": "aws"},
	]
	policy.subjects == {"a"} with input.bucket as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "provider": "google"}, facts)
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
