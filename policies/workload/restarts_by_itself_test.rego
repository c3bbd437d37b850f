package gapcheck.workload.restarts_by_itself_test

import data.gapcheck.workload.restarts_by_itself as policy

test_deny_default if _denied({"format": "compose", "restart": "no"}) == {["restart"]}

test_allow_always if _denied({"format": "compose", "restart": "always"}) == set()

test_allow_missing if _denied({"format": "compose"}) == set()

test_subjects_are_services if {
	policy.subjects == {"b"} with input.workload as [{"id": "a", "format": "kubernetes"}, {"id": "b", "format": "compose"}]
}

test_deny_format_compose_restart_none if _denied({"format": "compose", "restart": "none"}) == {["restart"]}

test_allow_restart_no if {
	paths := {it.path | some it in policy.deny} with input.workload as [{"id": "a", "name": "a", "restart": "no"}]
	paths == set()
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
