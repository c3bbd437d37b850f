package gapcheck.job.puts_production_in_place_when_approved_test

import data.gapcheck.job.puts_production_in_place_when_approved as policy

test_deny_automatic if _denied({"production": true, "approved_by_hand": false}) == {["approved_by_hand"]}

test_deny_missing if _denied({"production": true}) == {["approved_by_hand"]}

test_allow_approved if _denied({"production": true, "approved_by_hand": true}) == set()

test_allow_others_are_no_subjects if {
	inside := {"id": "a", "name": "a", "production": true}
	outside := {"id": "b", "name": "b", "production": false}
	policy.subjects == {"a"} with input.job as [inside, outside]
}

test_allow_elsewhere if _denied({"production": false, "approved_by_hand": false}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.job as [subject]
}
