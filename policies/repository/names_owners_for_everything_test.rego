package gapcheck.repository.names_owners_for_everything_test

import data.gapcheck.repository.names_owners_for_everything as policy

test_deny_missing if _denied({}) == {["code_owners"]}

test_deny_part if _denied({"code_owners": {"path": "CODEOWNERS", "unowned": ["docs/", "a.rs"]}}) == {["code_owners", "unowned"]}

test_deny_one if _denied({"code_owners": {"path": "CODEOWNERS", "unowned": ["a.rs"]}}) == {["code_owners", "unowned"]}

test_deny_says_what if {
	repository := {"id": "a", "name": "a", "code_owners": {"path": "CODEOWNERS", "unowned": ["docs/", "a.rs"]}}
	messages := {it.message | some it in policy.deny} with input.repository as [repository]
	messages == {"CODEOWNERS names no owner for docs/, a.rs"}
}

test_allow_all if _denied({"code_owners": {"path": "CODEOWNERS", "unowned": []}}) == set()

test_allow_all_are_subjects if policy.subjects == {"a"} with input.repository as [{"id": "a", "name": "a"}]

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
