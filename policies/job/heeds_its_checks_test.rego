package gapcheck.job.heeds_its_checks_test

import data.gapcheck.job.heeds_its_checks as policy

test_deny_unheeded if _denied({"runs": {"tests": true}, "unheeded_checks": ["tests"]}) == {["unheeded_checks", "0"]}

test_allow_heeded if _denied({"runs": {"tests": true}}) == set()

test_allow_missing if _denied({}) == set()

test_allow_others_are_no_subjects if {
	inside := {"id": "a", "name": "a", "runs": {"image_scan": true}}
	outside := {"id": "b", "name": "b", "runs": {"deploy": true}}
	policy.subjects == {"a"} with input.job as [inside, outside]
}

test_allow_each_check_makes_a_subject if {
	every check in ["tests", "code_scan", "dependency_scan", "secret_scan", "infrastructure_scan"] {
		policy.subjects == {"a"} with input.job as [{"id": "a", "name": "a", "runs": {check: true}}]
	}
}

test_allow_what_it_does_not_run if _denied({"runs": {"tests": true}, "unheeded_checks": ["code_scan"]}) == set()

test_deny_names_the_check if {
	job := {"id": "a", "name": "a", "runs": {"code_scan": true}, "unheeded_checks": ["code_scan"]}
	{it.message | some it in policy.deny} == {"a goes on when its code scan fails"} with input.job as [job]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.job as [subject]
}
