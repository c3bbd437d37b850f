package gapcheck.credential.stands_in_no_file_test

import data.gapcheck.credential.stands_in_no_file as policy

test_deny_token if _denied({"what": "GitHub token"}) == {["what"]}

test_deny_missing if _denied({}) == {["what"]}

test_allow_placeholder if _denied({"what": "GitHub token", "harmless": "a placeholder"}) == set()

test_allow_all_are_subjects if policy.subjects == {"a"} with input.credential as [{"id": "a"}]

_denied(facts) := paths if {
	credential := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.credential as [credential]
}
