package gapcheck.endpoint.turns_hostile_requests_away_test

import data.gapcheck.endpoint.turns_hostile_requests_away as policy

test_deny_looking_on if _denied({"waf_mode": "detection", "waf_enabled": true}) == {["waf_mode"]}

test_deny_off if _denied({"waf_mode": "prevention", "waf_enabled": false}) == {["waf_enabled"]}

test_allow_prevention if _denied({"waf_mode": "prevention", "waf_enabled": true}) == set()

test_allow_prevention_that_cannot_be_off if _denied({"waf_mode": "prevention"}) == set()

test_allow_where_nothing_of_it_is_known if _denied({"waf_enabled": false}) == set()

test_subjects_are_those_that_can_tell if {
	policy.subjects == {"a"} with input.endpoint as [{"id": "a", "waf_mode": "prevention"}, {"id": "b", "waf_enabled": true}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
