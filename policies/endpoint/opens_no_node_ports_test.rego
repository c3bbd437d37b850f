package gapcheck.endpoint.opens_no_node_ports_test

import data.gapcheck.endpoint.opens_no_node_ports as policy

test_deny_node_port if _denied({"type": "Service", "role": "node_port"}) == {["role"]}

test_allow_load_balancer if _denied({"type": "Service", "role": "load_balancer"}) == set()

test_allow_missing if _denied({"type": "Service"}) == set()

test_subjects_are_services if {
	endpoints := [{"id": "a", "format": "kubernetes", "type": "Service"}, {"id": "b", "format": "kubernetes", "type": "Ingress"}, {"id": "c", "format": "terraform", "type": "Service"}]
	policy.subjects == {"a"} with input.endpoint as endpoints
}

test_allow_other_things if {
	every facts in [{"type": "Ingress"}, {"type": "Service", "format": "terraform"}] {
		_denied(object.union(facts, {"role": "node_port"})) == set()
	}
}

_denied(facts) := paths if {
	endpoint := object.union({"id": "a", "name": "a", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [endpoint]
}
