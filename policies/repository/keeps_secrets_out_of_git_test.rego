package gapcheck.repository.keeps_secrets_out_of_git_test

import data.gapcheck.repository.keeps_secrets_out_of_git as policy

_file := {"path": ".env", "what": "an environment file"}

test_deny_committed if {
	_denied({"committed_secret_files": [_file], "unignored_secret_files": []}) == {["committed_secret_files", "0"]}
}

test_deny_unignored if {
	_denied({"committed_secret_files": [], "unignored_secret_files": [_file]}) == {["unignored_secret_files", "0"]}
}

test_allow_none if _denied({"committed_secret_files": [], "unignored_secret_files": []}) == set()

test_allow_missing if _denied({}) == set()

test_allow_all_are_subjects if policy.subjects == {"a"} with input.repository as [{"id": "a", "name": "a"}]

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
