package gapcheck.repository.checks_its_infrastructure_code_test

import data.gapcheck.repository.checks_its_infrastructure_code as policy

test_deny_missing if _denied({"has_infrastructure_code": true, "runs": {}}) == {["runs", "infrastructure_scan"]}

test_allow_present if _denied({"has_infrastructure_code": true, "runs": {"infrastructure_scan": true}}) == set()

test_allow_nothing_to_ask if _denied({"has_infrastructure_code": false}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"has_infrastructure_code": true, "runs": {}})
	outside := object.union({"id": "b", "name": "b"}, {"has_infrastructure_code": false})
	policy.subjects == {"a"} with input.repository as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
