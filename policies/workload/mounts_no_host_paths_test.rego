package gapcheck.workload.mounts_no_host_paths_test

import data.gapcheck.workload.mounts_no_host_paths as policy

test_deny_any_folder_of_a_node if _denied({"mounts": [{"kind": "host_path", "source": "/data"}]}) == {["mounts", "0", "source"]}

test_deny_system_folder if {
	_denied({"format": "compose", "mounts": [{"kind": "host_path", "source": "/etc/ssl"}]}) == {["mounts", "0", "source"]}
}

test_deny_whole_host if _denied({"format": "compose", "mounts": [{"kind": "host_path", "source": "/"}]}) == {["mounts", "0", "source"]}

test_deny_folder_itself if _denied({"format": "compose", "mounts": [{"kind": "host_path", "source": "/proc"}]}) == {["mounts", "0", "source"]}

test_allow_time_zone if _denied({"format": "compose", "mounts": [{"kind": "host_path", "source": "/etc/localtime"}]}) == set()

test_allow_own_folder if _denied({"format": "compose", "mounts": [{"kind": "host_path", "source": "/home/shop"}]}) == set()

test_allow_claim if _denied({"mounts": [{"kind": "claim", "source": "data"}]}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_all_workloads if policy.subjects == {"a"} with input.workload as [{"id": "a"}]

test_deny_format_other_mounts if {
	_denied({"format": "other", "mounts": [{"kind": "host_path", "source": "/etc"}]}) == {["mounts", "0", "source"]}
}

test_deny_format_compose_mounts if {
	_denied({"format": "compose", "mounts": [{"kind": "host_path", "source": "/bin"}]}) == {["mounts", "0", "source"]}
}

test_allow_format_compose_mounts if {
	_denied({"format": "compose", "mounts": [{"kind": "host_path", "source": "other"}]}) == set()
}

test_allow_format_compose_mounts_2 if {
	_denied({"format": "compose", "mounts": [{"kind": "host_path", "source": "/etc/timezone"}]}) == set()
}

test_allow_format_compose_mounts_3 if {
	_denied({"format": "compose", "mounts": [{"kind": "host_path", "source": "/usr/share/zoneinfo"}]}) == set()
}

test_deny_format_other_mounts_2 if {
	_denied({"format": "other", "mounts": [{"kind": "host_path", "source": "/"}]}) == {["mounts", "0", "source"]}
}

test_deny_format_other_mounts_3 if {
	_denied({"format": "other", "mounts": [{"kind": "host_path", "source": "/bin"}]}) == {["mounts", "0", "source"]}
}

test_deny_format_other_mounts_4 if {
	_denied({"format": "other", "mounts": [{"kind": "host_path", "source": "/var/lib/docker"}]}) == {["mounts", "0", "source"]}
}

test_deny_format_other_mounts_5 if {
	_denied({"format": "other", "mounts": [{"kind": "host_path", "source": "/"}]}) == {["mounts", "0", "source"]}
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
