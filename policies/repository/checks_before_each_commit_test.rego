package gapcheck.repository.checks_before_each_commit_test

import data.gapcheck.repository.checks_before_each_commit as policy

test_deny_missing if _denied({}) == {["hooks"]}

test_allow_present if _denied({"hooks": ".pre-commit-config.yaml"}) == set()

test_allow_all_are_subjects if policy.subjects == {"a"} with input.repository as [{"id": "a", "name": "a"}]

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
