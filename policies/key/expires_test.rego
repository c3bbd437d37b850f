package gapcheck.key.expires_test

import data.gapcheck.key.expires as policy

test_deny_missing if _denied({}) == {["expires"]}

test_allow_end if _denied({"expires": "2030-01-01T00:00:00Z"}) == set()

test_allow_other_providers if _denied({"provider": "aws"}) == set()


test_subjects_leave_others_out if {
	population := [
		{"id": "a", "expires": "2030-01-01T00:00:00Z", "form": "key", "provider": "azure"},
		{"id": "b", "form": "key", "provider": "aws"},
		{"id": "c", "provider": "azure"},
	]
	policy.subjects == {"a"} with input.key as population
}

test_allow_provider_azure if {
	paths := {it.path | some it in policy.deny} with input.key as [{"provider": "azure", "id": "a", "name": "a"}]
	paths == set()
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"provider": "azure", "form": "key"}, facts))
	paths := {it.path | some it in policy.deny} with input.key as [subject]
}
