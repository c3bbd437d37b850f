package gapcheck.endpoint.opens_no_external_load_balancers_test

import data.gapcheck.endpoint.opens_no_external_load_balancers as policy

test_deny_public if _denied({"public": true}) == {["public"]}

test_allow_internal if _denied({"public": false}) == set()

test_allow_missing if _denied({}) == set()

test_allow_another_role if _denied({"public": true, "role": "node_port"}) == set()

test_allow_another_format if _denied({"public": true, "format": "terraform"}) == set()

test_subjects_are_load_balancers_of_services if {
	policy.subjects == {"a"} with input.endpoint as [
		{"id": "a", "format": "kubernetes", "role": "load_balancer"},
		{"id": "b", "format": "kubernetes", "role": "ingress"},
		{"id": "c", "format": "terraform", "role": "load_balancer"},
	]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "format": "kubernetes", "role": "load_balancer"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
