package gapcheck.repository.updates_without_running_foreign_code_test

import data.gapcheck.repository.updates_without_running_foreign_code as policy

test_deny_allowed if {
	entries := [{"ecosystem": "npm", "runs_foreign_code": false}, {"ecosystem": "bundler", "runs_foreign_code": true}]
	_denied(entries) == {["dependency_updates", "entries", "1", "runs_foreign_code"]}
}

test_allow_denied if _denied([{"ecosystem": "npm", "runs_foreign_code": false}]) == set()

test_allow_missing_entries if {
	paths := {it.path | some it in policy.deny} with input.repository as [{"id": "a", "name": "a"}]
	paths == set()
}

test_allow_others_are_no_subjects if {
	policy.subjects == {"a"} with input.repository as [{"id": "a", "dependency_updates": {"entries": []}}, {"id": "b"}]
}

_denied(entries) := paths if {
	subject := {"id": "a", "name": "a", "dependency_updates": {"tool": "dependabot", "entries": entries}}
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
