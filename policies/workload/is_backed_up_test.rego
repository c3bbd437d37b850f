package gapcheck.workload.is_backed_up_test

import data.gapcheck.workload.is_backed_up as policy

test_deny_left_out if _denied(object.union(_stateful, {"covered_by_backup": false})) == {["covered_by_backup"]}

test_allow_covered if _denied(object.union(_stateful, {"covered_by_backup": true})) == set()

test_allow_missing if _denied(_stateful) == set()

test_allow_stateless if _denied({"keeps_data": false, "first_of_pod": true}) == set()

test_subjects_keep_data if policy.subjects == {"a"} with input.workload as [object.union(_stateful, {"id": "a"}), {"id": "b"}]

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "first_of_pod": true, "format": "kubernetes", "keeps_data": false},
		{"id": "b", "keeps_data": true},
	]
	policy.subjects == set() with input.workload as population
}

test_allow_no_covered_by_backup_pod_db_keeps_data if {
	_denied({"covered_by_backup": false, "pod": "db", "keeps_data": true}) == set()
}

_stateful := {"keeps_data": true, "first_of_pod": true, "pod": "db"}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
