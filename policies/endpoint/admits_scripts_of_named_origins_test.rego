package gapcheck.endpoint.admits_scripts_of_named_origins_test

import data.gapcheck.endpoint.admits_scripts_of_named_origins as policy

test_deny_all if _denied({"cors_origins": ["https://example.com", "*"]}) == {["cors_origins", "1"]}

test_allow_named if _denied({"cors_origins": ["https://example.com"]}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	policy.subjects == {"a"} with input.endpoint as [{"id": "a", "cors_origins": []}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
