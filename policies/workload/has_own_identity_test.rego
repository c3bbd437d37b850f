package gapcheck.workload.has_own_identity_test

import data.gapcheck.workload.has_own_identity as policy

test_deny_default if _denied({"service_account": "default", "automount_service_account_token": true}) == {["service_account"]}

test_allow_own_account if _denied({"service_account": "shop", "automount_service_account_token": true}) == set()

test_allow_no_identity if _denied({"service_account": "default", "automount_service_account_token": false}) == set()

test_allow_missing_in_other_formats if _denied({}) == set()

test_subjects_are_pods if {
	policy.subjects == {"a"} with input.workload as [{"id": "a", "first_of_pod": true, "service_account": "shop"}, {"id": "b"}]
}

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "service_account": "other"},
		{"id": "b", "first_of_pod": true, "format": "kubernetes", "pod": "web"},
	]
	policy.subjects == set() with input.workload as population
}

test_deny_automount_service_account_token_service_account_em if {
	_denied({"automount_service_account_token": true, "service_account": ""}) == {["service_account"]}
}

test_allow_automount_service_account_token_service_account_d if {
	paths := {it.path | some it in policy.deny} with input.workload as [{"automount_service_account_token": true, "service_account": "default", "format": "kubernetes", "id": "kubernetes:a.yaml#web", "name": "web", "pod": "web"}]
	paths == set()
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "pod": "web", "first_of_pod": true, "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
