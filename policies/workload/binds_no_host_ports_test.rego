package gapcheck.workload.binds_no_host_ports_test

import data.gapcheck.workload.binds_no_host_ports as policy

test_deny_host_port if _denied({"ports": [{"container_port": 80}, {"container_port": 81, "host_port": 8081}]}) == {["ports", "1", "host_port"]}

test_allow_container_port if _denied({"ports": [{"container_port": 80}]}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_containers_of_pods if {
	policy.subjects == {"a"} with input.workload as [{"id": "a", "format": "kubernetes"}, {"id": "b", "format": "compose"}]
}

test_allow_ports if _denied({"ports": [{"container_port": 80}, {"container_port": 81, "host_port": 0}]}) == set()

test_deny_ports if {
	_denied({"ports": [{"container_port": 80}, {"container_port": 81, "host_port": 1}]}) == {["ports", "1", "host_port"]}
}

test_allow_ports_2 if {
	paths := {it.path | some it in policy.deny} with input.workload as [{"ports": [{"container_port": 80}, {"container_port": 81, "host_port": 8081}], "id": "kubernetes:a.yaml#web", "name": "web"}]
	paths == set()
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
