package gapcheck.repository.checks_controls_by_the_clock_test

import data.gapcheck.repository.checks_controls_by_the_clock as policy

test_deny_missing if _denied({"pipelines": ["ci.yml"], "runs_on_schedule": {"tests": true}}) == {["runs_on_schedule"]}

test_allow_scan if _denied({"pipelines": ["ci.yml"], "runs_on_schedule": {"image_scan": true}}) == set()

test_allow_no_pipelines if _denied({"pipelines": []}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"pipelines": ["ci.yml"]})
	outside := object.union({"id": "b", "name": "b"}, {"pipelines": []})
	policy.subjects == {"a"} with input.repository as [inside, outside]
}

test_allow_pipelines_runs_on_schedule if {
	_denied({"pipelines": ["ci.yml"], "runs_on_schedule": {"tests": true, "code_scan": true}}) == set()
}

test_deny_pipelines_runs_on_schedule if {
	_denied({"pipelines": ["ci.yml"], "runs_on_schedule": {"tests": true, "other": true}}) == {["runs_on_schedule"]}
}

test_allow_pipelines_runs_on_schedule_2 if {
	_denied({"pipelines": ["ci.yml"], "runs_on_schedule": {"tests": true, "secret_scan": true}}) == set()
}

test_deny_pipelines_runs_on_schedule_2 if {
	_denied({"pipelines": ["ci.yml"], "runs_on_schedule": {"tests": true, "other": true}}) == {["runs_on_schedule"]}
}

test_allow_pipelines_runs_on_schedule_3 if {
	_denied({"pipelines": ["ci.yml"], "runs_on_schedule": {"tests": true, "dependency_scan": true}}) == set()
}

test_allow_pipelines_runs_on_schedule_4 if {
	_denied({"pipelines": ["ci.yml"], "runs_on_schedule": {"tests": true, "infrastructure_scan": true}}) == set()
}

test_allow_pipelines_runs_on_schedule_5 if {
	_denied({"pipelines": ["ci.yml"], "runs_on_schedule": {"tests": true, "infrastructure_plan": true}}) == set()
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
