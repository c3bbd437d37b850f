package gapcheck.image.leaves_private_files_out_test

import data.gapcheck.image.leaves_private_files_out as policy

test_deny_both if _denied({"private_context": [".git", ".env"]}) == {["private_context"]}

test_deny_one if _denied({"private_context": [".env"]}) == {["private_context"]}

test_deny_says_what if {
	image := {"id": "a", "name": "a", "copies_context": true, "private_context": [".git", ".env"]}
	messages := {it.message | some it in policy.deny} with input.image as [image]
	messages == {"a copies its context with .git and .env, where they lie in it"}
}

test_allow_left_out if _denied({"private_context": []}) == set()

test_allow_missing if _denied({}) == set()

test_allow_others_are_no_subjects if {
	inside := {"id": "a", "name": "a", "copies_context": true, "private_context": []}
	subjects := policy.subjects with input.image as [inside, {"id": "b", "name": "b"}]
	subjects == {"a"}
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "copies_context": true}, facts)
	paths := {it.path | some it in policy.deny} with input.image as [subject]
}
