package gapcheck.workload.keeps_mounts_to_itself_test

import data.gapcheck.workload.keeps_mounts_to_itself as policy

test_deny_each if {
	every propagation in ["shared", "rshared", "slave", "rslave", "Bidirectional"] {
		_denied({"mounts": [{"target": "/a"}, {"target": "/b", "propagation": propagation}]}) == {["mounts", "1", "propagation"]}
	}
}

test_allow_private if {
	every propagation in ["private", "rprivate", "None", "HostToContainer"] {
		_denied({"mounts": [{"target": "/b", "propagation": propagation}]}) == set()
	}
}

test_allow_default if _denied({"mounts": [{"target": "/a"}]}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_all_workloads if policy.subjects == {"a"} with input.workload as [{"id": "a"}]

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
