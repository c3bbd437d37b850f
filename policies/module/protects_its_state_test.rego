package gapcheck.module.protects_its_state_test

import data.gapcheck.module.protects_its_state as policy

test_deny_local if _denied({"backend": "local"}) == {["backend"]}

test_deny_not_encrypted if {
	_denied({"backend": "s3", "state_encrypted": false, "state_locked": true}) == {["state_encrypted"]}
}

test_deny_not_locked if _denied({"backend": "s3", "state_encrypted": true, "state_locked": false}) == {["state_locked"]}

test_allow_protected if _denied({"backend": "s3", "state_encrypted": true, "state_locked": true}) == set()

test_allow_missing_backend_of_a_call if _denied({}) == set()

test_subjects_are_roots if {
	policy.subjects == {"a"} with input.module as [{"id": "a", "form": "root"}, {"id": "b", "form": "call"}]
}

test_deny_backend_local_no_state_locked if _denied({"backend": "local", "state_locked": false}) == {["backend"]}

test_allow_no_state_encrypted if {
	paths := {it.path | some it in policy.deny} with input.module as [{"id": "a", "name": "a", "state_encrypted": false}]
	paths == set()
}

test_allow_no_state_locked if {
	paths := {it.path | some it in policy.deny} with input.module as [{"id": "a", "name": "a", "state_locked": false}]
	paths == set()
}

_denied(facts) := paths if {
	root := object.union({"id": "terraform:.#terraform", "name": "infra", "form": "root"}, facts)
	paths := {it.path | some it in policy.deny} with input.module as [root]
}
