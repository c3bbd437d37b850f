package gapcheck.workload.states_how_late_it_may_start_test

import data.gapcheck.workload.states_how_late_it_may_start as policy

test_deny_missing if _denied({"type": "CronJob", "pod": "a", "first_of_pod": true}) == {["starting_deadline"]}

test_allow_stated if _denied({"type": "CronJob", "pod": "a", "first_of_pod": true, "starting_deadline": 60}) == set()

test_allow_job if _denied({"type": "Job", "pod": "a", "first_of_pod": true}) == set()

test_subjects_are_schedules if {
	workloads := [{"id": "a", "type": "CronJob", "first_of_pod": true}, {"id": "b", "type": "Job"}, {"id": "c", "type": "CronJob"}]
	policy.subjects == {"a"} with input.workload as workloads
}



_denied(facts) := paths if {
	workload := object.union({"id": "a", "name": "a", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
