package gapcheck.pipeline.uses_released_orbs_test

import data.gapcheck.pipeline.uses_released_orbs as policy

test_deny_volatile if _denied([{"place": "orb", "reference": "a/b@volatile", "version": "volatile"}]) == {["includes", "0", "version"]}

test_deny_development if _denied([{"place": "orb", "reference": "a/b@dev:first", "version": "dev:first"}]) == {["includes", "0", "version"]}

test_allow_release if _denied([{"place": "orb", "reference": "a/b@1.2.3", "version": "1.2.3"}]) == set()

test_allow_missing if _denied([{"place": "orb", "reference": "a/b"}]) == set()

test_allow_another_place if _denied([{"place": "remote", "reference": "a", "version": "volatile"}]) == set()

test_subjects_use_orbs if {
	policy.subjects == {"a"} with input.pipeline as [
		{"id": "a", "includes": [{"place": "orb"}]},
		{"id": "b", "includes": [{"place": "remote"}]},
		{"id": "c"},
	]
}

_denied(includes) := paths if {
	subject := {"id": "a", "name": "a", "includes": includes}
	paths := {it.path | some it in policy.deny} with input.pipeline as [subject]
}
