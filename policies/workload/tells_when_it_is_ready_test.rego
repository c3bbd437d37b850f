package gapcheck.workload.tells_when_it_is_ready_test

import data.gapcheck.workload.tells_when_it_is_ready as policy

test_deny_missing if _denied({"long_running": true}) == {["readiness_probe"]}

test_allow_probe if _denied({"long_running": true, "readiness_probe": {"exec": {}}}) == set()

test_allow_jobs if _denied({"long_running": false}) == set()

test_allow_sidecars if _denied({"long_running": true, "container_type": "init"}) == set()

test_subjects_keep_running if {
	workloads := [
		{"id": "a", "format": "kubernetes", "container_type": "main", "long_running": true},
		{"id": "b", "format": "kubernetes", "container_type": "main", "long_running": false},
		{"id": "c", "format": "kubernetes", "container_type": "init", "long_running": true},
		{"id": "d", "format": "compose", "container_type": "main", "long_running": true},
	]
	policy.subjects == {"a"} with input.workload as workloads
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes", "container_type": "main"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
