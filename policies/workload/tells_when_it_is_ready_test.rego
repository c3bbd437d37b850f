package gapcheck.workload.tells_when_it_is_ready_test

import data.gapcheck.workload.tells_when_it_is_ready as policy

test_deny_ports if _denied({"long_running": true, "ports": [{"container_port": 80}]}) == {["readiness_probe"]}

test_deny_service if _denied({"long_running": true, "behind_service": true}) == {["readiness_probe"]}

test_allow_probe if _denied({"long_running": true, "behind_service": true, "readiness_probe": {"exec": {}}}) == set()

test_allow_missing_ports if _denied({"long_running": true, "ports": [], "behind_service": false}) == set()

test_subjects_take_requests if {
	workloads := [
		{"id": "a", "format": "kubernetes", "long_running": true, "behind_service": true},
		{"id": "b", "format": "kubernetes", "long_running": false, "behind_service": true},
	]
	policy.subjects == {"a"} with input.workload as workloads
}

test_allow_ports_empty if {
	paths := {it.path | some it in policy.deny} with input.workload as [{"id": "a", "name": "a", "ports": "*"}]
	paths == set()
}

test_allow_behind_service_long_running if {
	paths := {it.path | some it in policy.deny} with input.workload as [{"behind_service": true, "name": "web", "id": "kubernetes:a.yaml#web", "long_running": true}]
	paths == set()
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
