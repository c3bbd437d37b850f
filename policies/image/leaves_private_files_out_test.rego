package gapcheck.image.leaves_private_files_out_test

import data.gapcheck.image.leaves_private_files_out as policy

test_deny_without_rules if _denied({"private_context": [".git", ".env"]}) == {"a copies all of its context, and no .dockerignore leaves anything out"}

test_deny_with_rules if {
	facts := {"private_context": [".git", ".env"], "ignore_file": ".dockerignore"}
	_denied(facts) == {"a copies .git and .env, which .dockerignore does not leave out"}
}

test_allow_left_out if _denied({"private_context": [], "ignore_file": ".dockerignore"}) == set()

test_allow_missing if _denied({}) == set()

test_allow_others_are_no_subjects if {
	inside := {"id": "a", "name": "a", "copies_context": true, "private_context": []}
	policy.subjects == {"a"} with input.image as [inside, {"id": "b", "name": "b"}]
}

_denied(facts) := messages if {
	subject := object.union({"id": "a", "name": "a", "copies_context": true}, facts)
	messages := {it.message | some it in policy.deny} with input.image as [subject]
}
