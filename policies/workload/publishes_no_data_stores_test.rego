package gapcheck.workload.publishes_no_data_stores_test

import data.gapcheck.workload.publishes_no_data_stores as policy

test_deny_every_address if {
	ports := [{"container_port": 80, "host_ip": "0.0.0.0"}, {"container_port": 5432, "host_ip": "0.0.0.0"}]
	_denied({"format": "compose", "ports": ports}) == {["ports", "1", "container_port"]}
}

test_deny_text if _denied({"format": "compose", "ports": [{"container_port": "6379", "host_ip": "::"}]}) == {["ports", "0", "container_port"]}

test_allow_own_address if _denied({"format": "compose", "ports": [{"container_port": 5432, "host_ip": "127.0.0.1"}]}) == set()

test_allow_missing if _denied({"format": "compose"}) == set()

test_subjects_are_services if {
	policy.subjects == {"b"} with input.workload as [{"id": "a", "format": "kubernetes"}, {"id": "b", "format": "compose"}]
}

test_allow_format_empty_ports if {
	_denied({"format": "", "ports": [{"container_port": "6379", "host_ip": "::"}]}) == set()
}

test_deny_format_compose_ports if {
	_denied({"format": "compose", "ports": [{"container_port": 5432, "host_ip": "[::]"}]}) == {["ports", "0", "container_port"]}
}

test_deny_format_compose_ports_2 if {
	_denied({"format": "compose", "ports": [{"container_port": "6379", "host_ip": ""}]}) == {["ports", "0", "container_port"]}
}

test_deny_names_the_store if {
	every port, store in {"7687": "Neo4j", "33060": "MySQL"} {
		workload := {"id": "a", "name": "a", "format": "compose", "ports": [{"container_port": port, "host_ip": "::"}]}
		messages := {it.message | some it in policy.deny} with input.workload as [workload]
		messages == {sprintf("a publishes %s on every address of the host", [store])}
	}
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
