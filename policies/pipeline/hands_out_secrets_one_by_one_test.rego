package gapcheck.pipeline.hands_out_secrets_one_by_one_test

import data.gapcheck.pipeline.hands_out_secrets_one_by_one as policy

test_deny_whole_context if _denied({"broad_secrets": ["toJSON(secrets)"]}) == {["broad_secrets", "0"]}

test_allow_missing if _denied({}) == set()

test_allow_all_are_subjects if policy.subjects == {"a"} with input.pipeline as [{"id": "a", "name": "a"}]

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.pipeline as [subject]
}
