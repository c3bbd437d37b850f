package gapcheck.pipeline.pins_what_it_includes_test

import data.gapcheck.pipeline.pins_what_it_includes as policy

test_deny_moving if _denied({"includes": [{"reference": "a/b", "pinned": false}]}) == {["includes", "0", "pinned"]}

test_allow_pinned if _denied({"includes": [{"reference": "a/b", "pinned": true}]}) == set()

test_allow_orb_of_platform if {
	_denied({"includes": [{"reference": "circleci/node@5", "place": "orb", "version": "5", "pinned": false}]}) == set()
}

test_deny_volatile_orb if {
	orb := {"reference": "circleci/node@volatile", "place": "orb", "version": "volatile", "pinned": false}
	_denied({"includes": [orb]}) == {["includes", "0", "pinned"]}
}

test_deny_orb_of_others if {
	orb := {"reference": "acme/node@5", "place": "orb", "version": "5", "pinned": false}
	_denied({"includes": [orb]}) == {["includes", "0", "pinned"]}
}

test_allow_missing if _denied({}) == set()

test_allow_others_are_no_subjects if {
	inside := {"id": "a", "name": "a", "includes": []}
	outside := {"id": "b", "name": "b"}
	policy.subjects == {"a"} with input.pipeline as [inside, outside]
}

test_deny_what_is_no_orb if {
	include := {"reference": "circleci/node@5", "place": "repository", "version": "5", "pinned": false}
	_denied({"includes": [include]}) == {["includes", "0", "pinned"]}
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.pipeline as [subject]
}
