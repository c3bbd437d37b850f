package gapcheck.workload.mounts_no_system_folders_test

import data.gapcheck.workload.mounts_no_system_folders as policy

test_deny_each_folder if {
	every folder in [
		"/bin", "/boot", "/dev", "/etc", "/lib", "/lib64", "/proc", "/root", "/run", "/sbin", "/sys", "/usr", "/var",
	] {
		_mounted(folder) == {["mounts", "0", "source"]}
	}
}

test_deny_below_a_folder if _mounted("/etc/ssl") == {["mounts", "0", "source"]}

test_deny_whole_host if _mounted("/") == {["mounts", "0", "source"]}

test_deny_volume_that_nobody_mounts if {
	_denied({"mounts": [], "volumes": [{"kind": "host_path", "source": "/proc"}]}) == {["volumes", "0", "source"]}
}

test_allow_time_zone if {
	every clock in ["/etc/localtime", "/etc/timezone", "/usr/share/zoneinfo"] {
		_mounted(clock) == set()
	}
}

test_allow_folders_of_ones_own if {
	every folder in ["/data", "./site", "/etcetera", "/home/shop", "/var/www/html", "/run/docker.sock"] {
		_mounted(folder) == set()
	}
}

test_allow_claim if _denied({"mounts": [{"kind": "claim", "source": "/etc"}]}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_all_workloads if policy.subjects == {"a"} with input.workload as [{"id": "a"}]

_mounted(folder) := _denied({"mounts": [{"kind": "host_path", "source": folder}]})

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
