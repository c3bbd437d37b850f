package gapcheck.manifest.has_a_lock_file_test

import data.gapcheck.manifest.has_a_lock_file as policy

test_deny_missing if _denied({"dependencies": true}) == {["lock_file"]}

test_allow_lock if _denied({"dependencies": true, "lock_file": "Cargo.lock"}) == set()

test_allow_no_packages if _denied({"dependencies": false}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"dependencies": true})
	outside := object.union({"id": "b", "name": "b"}, {"dependencies": false})
	policy.subjects == {"a"} with input.manifest as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.manifest as [subject]
}
