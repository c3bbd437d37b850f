package gapcheck.repository.has_pushes_searched_for_secrets_test

import data.gapcheck.repository.has_pushes_searched_for_secrets as policy

test_deny_off if _denied({"platform_secret_scanning": false}) == {["platform_secret_scanning"]}

test_allow_on if _denied({"platform_secret_scanning": true}) == set()

test_allow_archived if _denied({"platform_secret_scanning": false, "is_archived": true}) == set()

test_allow_missing_is_no_subject if {
	policy.subjects == {"b"} with input.repository as [{"id": "a"}, {"id": "b", "platform_secret_scanning": true}]
	_denied({}) == set()
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
