package gapcheck.bucket.keeps_former_versions_test

import data.gapcheck.bucket.keeps_former_versions as policy

test_deny_off if _denied({"versioning": false}) == {["versioning"]}

test_deny_missing if _denied({}) == {["versioning"]}

test_deny_no_days if _denied({"versioning": false, "soft_delete_days": 0}) == {["versioning"]}

test_allow_versions if _denied({"versioning": true}) == set()

test_allow_soft_delete if _denied({"versioning": false, "soft_delete_days": 7}) == set()

test_allow_store_of_logs if _denied({"versioning": false, "holds_logs": true}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "versioning": true},
		{"id": "b", "holds_logs": true, "versioning": false},
	]
	policy.subjects == {"a"} with input.bucket as population
}

test_allow_soft_delete_days_1 if _denied({"soft_delete_days": 1}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
