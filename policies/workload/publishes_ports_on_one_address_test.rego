package gapcheck.workload.publishes_ports_on_one_address_test

import data.gapcheck.workload.publishes_ports_on_one_address as policy

test_deny_everywhere if {
	_denied({"ports": [{"container_port": 80, "host_ip": "0.0.0.0"}]}) == {["ports", "0", "container_port"]}
}

test_deny_everywhere_of_the_second_protocol if {
	_denied({"ports": [{"container_port": 80, "host_ip": "::"}]}) == {["ports", "0", "container_port"]}
}

test_deny_everywhere_in_brackets if {
	_denied({"ports": [{"container_port": 80, "host_ip": "[::]"}]}) == {["ports", "0", "container_port"]}
}

test_deny_empty if _denied({"ports": [{"container_port": 80, "host_ip": ""}]}) == {["ports", "0", "container_port"]}

test_allow_own_address if _denied({"ports": [{"container_port": 80, "host_ip": "127.0.0.1"}]}) == set()

test_allow_not_published if _denied({"ports": [{"container_port": 80}]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_kubernetes if _denied({"format": "kubernetes", "ports": [{"container_port": 80, "host_ip": "0.0.0.0"}]}) == set()

test_subjects_are_services if {
	policy.subjects == {"a"} with input.workload as [{"id": "a", "format": "compose"}, {"id": "b", "format": "kubernetes"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "format": "compose"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [subject]
}
