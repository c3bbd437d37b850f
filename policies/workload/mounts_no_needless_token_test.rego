package gapcheck.workload.mounts_no_needless_token_test

import data.gapcheck.workload.mounts_no_needless_token as policy

test_deny_default if _denied({"automount_service_account_token": true, "calls_api": false}) == {["automount_service_account_token"]}

test_allow_no_token if _denied({"automount_service_account_token": false, "calls_api": false}) == set()

test_allow_caller if _denied({"automount_service_account_token": true, "calls_api": true}) == set()

test_allow_missing_in_other_formats if _denied({}) == set()

test_subjects_are_pods if {
	policy.subjects == {"a"} with input.workload as [{"id": "a", "first_of_pod": true, "automount_service_account_token": false}, {"id": "b"}]
}

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "automount_service_account_token": true},
		{"id": "b", "first_of_pod": true, "format": "kubernetes", "pod": "web"},
	]
	policy.subjects == set() with input.workload as population
}

test_allow_automount_service_account_token_no_calls_api_pod if {
	paths := {it.path | some it in policy.deny} with input.workload as [{"automount_service_account_token": true, "calls_api": false, "pod": "web", "format": "kubernetes", "id": "kubernetes:a.yaml#web", "name": "web"}]
	paths == set()
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "pod": "web", "first_of_pod": true, "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
