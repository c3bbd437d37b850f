package gapcheck.workload.has_own_identity_test

import data.gapcheck.workload.has_own_identity as policy

test_deny_default if _denied({"service_account": "default", "automount_service_account_token": true}) == {["service_account"]}

test_allow_own_account if _denied({"service_account": "shop", "automount_service_account_token": true}) == set()

test_allow_no_identity if _denied({"service_account": "default", "automount_service_account_token": false}) == set()

test_allow_missing_in_other_formats if _denied({}) == set()

test_subjects_are_pods if {
	policy.subjects == {"a"} with input.workload as [{"id": "a", "first_of_pod": true, "service_account": "shop"}, {"id": "b"}]
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "pod": "web", "first_of_pod": true, "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
