package gapcheck.workload.writes_to_no_system_folder_test

import data.gapcheck.workload.writes_to_no_system_folder as policy

test_deny_each_folder if {
	every folder in [
		"/bin", "/boot", "/dev", "/etc", "/lib", "/lib64", "/proc", "/root", "/run", "/sbin", "/sys", "/usr", "/var",
	] {
		_mounted(folder, false) == {["mounts", "0", "read_only"]}
	}
}

test_deny_below_a_folder if _mounted("/etc/cron.d", false) == {["mounts", "0", "read_only"]}

test_deny_whole_host if _mounted("/", false) == {["mounts", "0", "read_only"]}

test_allow_reading if _mounted("/etc", true) == set()

test_allow_folders_of_ones_own if {
	every folder in ["/data", "./site", "/etcetera", "/var/www/html", "/var/run/docker.sock"] {
		_mounted(folder, false) == set()
	}
}

test_allow_claim if _denied({"mounts": [{"kind": "claim", "source": "/etc", "read_only": false}]}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_all_workloads if policy.subjects == {"a"} with input.workload as [{"id": "a"}]

_mounted(folder, read_only) := _denied({"mounts": [{"kind": "host_path", "source": folder, "read_only": read_only}]})

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
