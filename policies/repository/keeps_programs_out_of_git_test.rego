package gapcheck.repository.keeps_programs_out_of_git_test

import data.gapcheck.repository.keeps_programs_out_of_git as policy

test_deny_program if _denied({"committed_programs": ["lib/a.jar"]}) == {["committed_programs", "0"]}

test_allow_none if _denied({"committed_programs": []}) == set()

test_allow_missing if _denied({}) == set()

test_allow_others_are_no_subjects if {
	policy.subjects == {"a"} with input.repository as [{"id": "a", "committed_programs": []}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
