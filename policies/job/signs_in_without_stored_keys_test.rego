package gapcheck.job.signs_in_without_stored_keys_test

import data.gapcheck.job.signs_in_without_stored_keys as policy

test_deny_stored if _denied({"logins": [{"service": "aws", "stored_key": true}]}) == {["logins", "0", "stored_key"]}

test_allow_token if _denied({"logins": [{"service": "aws", "stored_key": false}]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"logins": []})
	outside := object.union({"id": "b", "name": "b"}, {})
	policy.subjects == {"a"} with input.job as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.job as [subject]
}
