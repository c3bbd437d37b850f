package gapcheck.workload.mounts_no_host_paths_test

import data.gapcheck.workload.mounts_no_host_paths as policy

test_deny_any_folder_of_a_node if {
	_denied({"mounts": [{"kind": "claim", "source": "a"}, {"kind": "host_path", "source": "/data"}]}) == {["mounts", "1", "source"]}
}

test_deny_volume_that_nobody_mounts if {
	_denied({"mounts": [], "volumes": [{"kind": "host_path", "source": "/data"}]}) == {["volumes", "0", "source"]}
}

test_deny_other_namespaces if {
	_denied({"namespace": "shop", "mounts": [{"kind": "host_path", "source": "/data"}]}) == {["mounts", "0", "source"]}
}

test_allow_claim if _denied({"mounts": [{"kind": "claim", "source": "data"}], "volumes": [{"kind": "empty"}]}) == set()

test_allow_parts_of_the_cluster if {
	_denied({"namespace": "kube-system", "mounts": [{"kind": "host_path", "source": "/lib/modules"}]}) == set()
}

test_allow_missing if _denied({}) == set()

test_subjects_are_containers_of_pods if {
	workloads := [
		{"id": "a", "format": "kubernetes"},
		{"id": "b", "format": "kubernetes", "namespace": "kube-system"},
		{"id": "c", "format": "compose", "mounts": [{"kind": "host_path", "source": "/data"}]},
	]
	policy.subjects == {"a"} with input.workload as workloads
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
