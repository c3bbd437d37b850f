package gapcheck.workload.takes_secrets_as_files_test

import data.gapcheck.workload.takes_secrets_as_files as policy

test_deny_variable if _denied({"env": [{"name": "A", "value": "b"}, {"name": "C", "from": "secret"}]}) == {["env", "1", "from"]}

test_deny_all_of_a_secret if _denied({"env_from": [{"from": "secret", "source": "a"}]}) == {["env_from", "0", "from"]}

test_allow_config_map if _denied({"env_from": [{"from": "config_map"}]}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_containers_of_pods if {
	workloads := [{"id": "a", "format": "kubernetes"}, {"id": "b", "format": "compose"}]
	policy.subjects == {"a"} with input.workload as workloads
}

test_allow_compose if _denied({"format": "compose", "env_from": [{"from": "secret", "source": "a"}]}) == set()

_denied(facts) := paths if {
	workload := object.union({"id": "a", "name": "a", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
