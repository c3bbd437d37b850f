package gapcheck.job.names_secrets_it_passes_on_test

import data.gapcheck.job.names_secrets_it_passes_on as policy

test_deny_inherit if _denied({"uses": {}, "secrets_inherited": true}) == {["secrets_inherited"]}

test_allow_missing if _denied({"uses": {}}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"uses": {}})
	outside := object.union({"id": "b", "name": "b"}, {})
	policy.subjects == {"a"} with input.job as [inside, outside]
}

test_allow_secrets_inherited if _denied({"secrets_inherited": true}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.job as [subject]
}
