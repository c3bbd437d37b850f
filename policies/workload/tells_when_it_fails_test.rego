package gapcheck.workload.tells_when_it_fails_test

import data.gapcheck.workload.tells_when_it_fails as policy

test_deny_missing if _denied({"long_running": true}) == {["liveness_probe"]}

test_allow_probe if _denied({"long_running": true, "liveness_probe": {"httpGet": {"port": 80}}}) == set()

test_allow_job if _denied({"long_running": false}) == set()

test_subjects_run_long if {
	policy.subjects == {"a"} with input.workload as [{"id": "a", "long_running": true}, {"id": "b", "long_running": false}]
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
