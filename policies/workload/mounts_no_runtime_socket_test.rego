package gapcheck.workload.mounts_no_runtime_socket_test

import data.gapcheck.workload.mounts_no_runtime_socket as policy

test_deny_socket if {
	mounts := [{"kind": "volume", "source": "data"}, {"kind": "host_path", "source": "/var/run/docker.sock"}]
	_denied({"mounts": mounts}) == {["mounts", "1", "source"]}
}

test_deny_folder if _denied({"mounts": [{"kind": "host_path", "source": "/var/run/"}]}) == {["mounts", "0", "source"]}

test_allow_other_folder if _denied({"mounts": [{"kind": "host_path", "source": "./data"}]}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_all_workloads if policy.subjects == {"a"} with input.workload as [{"id": "a"}]

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
