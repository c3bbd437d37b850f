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

test_allow_mounts if _denied({"mounts": [{"source": "/var/run/"}]}) == set()

test_allow_mounts_2 if _denied({"mounts": [{"kind": "host_path", "source": "other"}]}) == set()

test_deny_mounts if {
	_denied({"mounts": [{"kind": "host_path", "source": "crio.sock"}]}) == {["mounts", "0", "source"]}
}

test_deny_mounts_2 if {
	_denied({"mounts": [{"kind": "host_path", "source": "podman.sock"}]}) == {["mounts", "0", "source"]}
}

test_deny_mounts_3 if _denied({"mounts": [{"kind": "host_path", "source": ""}]}) == {["mounts", "0", "source"]}

test_deny_mounts_4 if _denied({"mounts": [{"kind": "host_path", "source": "/run"}]}) == {["mounts", "0", "source"]}

test_deny_mounts_5 if _denied({"mounts": [{"kind": "host_path", "source": "/var"}]}) == {["mounts", "0", "source"]}

test_deny_mounts_6 if {
	_denied({"mounts": [{"kind": "host_path", "source": "/run/docker"}]}) == {["mounts", "0", "source"]}
}

test_allow_mounts_3 if _denied({"mounts": [{"kind": "host_path", "source": "other"}]}) == set()

test_deny_mounts_7 if {
	_denied({"mounts": [{"kind": "host_path", "source": "containerd.sock"}]}) == {["mounts", "0", "source"]}
}

test_deny_mounts_8 if {
	_denied({"mounts": [{"kind": "host_path", "source": "/run/containerd"}]}) == {["mounts", "0", "source"]}
}

test_deny_mounts_9 if {
	_denied({"mounts": [{"kind": "host_path", "source": "/var/run/docker"}]}) == {["mounts", "0", "source"]}
}

test_deny_volume_that_nobody_mounts if {
	_denied({"mounts": [], "volumes": [{"kind": "host_path", "source": "/var/run/docker.sock"}]}) == {["volumes", "0", "source"]}
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
