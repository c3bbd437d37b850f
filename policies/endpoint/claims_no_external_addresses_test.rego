package gapcheck.endpoint.claims_no_external_addresses_test

import data.gapcheck.endpoint.claims_no_external_addresses as policy

test_deny_addresses if _denied({"type": "Service", "external_addresses": ["198.51.100.7"]}) == {["external_addresses"]}

test_allow_missing if _denied({"type": "Service"}) == set()

test_subjects_are_services if {
	endpoints := [{"id": "a", "format": "kubernetes", "type": "Service"}, {"id": "b", "format": "kubernetes", "type": "Ingress"}, {"id": "c", "format": "terraform", "type": "Service"}]
	policy.subjects == {"a"} with input.endpoint as endpoints
}

test_allow_none if _denied({"type": "Service", "external_addresses": []}) == set()

test_allow_other_things if {
	every facts in [{"type": "Ingress"}, {"type": "Service", "format": "terraform"}] {
		_denied(object.union(facts, {"external_addresses": ["198.51.100.7"]})) == set()
	}
}

_denied(facts) := paths if {
	endpoint := object.union({"id": "a", "name": "a", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [endpoint]
}
