package gapcheck.repository.is_told_of_weaknesses_test

import data.gapcheck.repository.is_told_of_weaknesses as policy

test_deny_off if _denied({"vulnerability_alerts": false}) == {["vulnerability_alerts"]}

test_allow_on if _denied({"vulnerability_alerts": true}) == set()

test_allow_archived if _denied({"vulnerability_alerts": false, "is_archived": true}) == set()

test_allow_missing_is_no_subject if {
	policy.subjects == {"b"} with input.repository as [{"id": "a"}, {"id": "b", "vulnerability_alerts": true}]
	_denied({}) == set()
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
