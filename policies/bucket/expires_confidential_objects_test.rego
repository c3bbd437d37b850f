package gapcheck.bucket.expires_confidential_objects_test

import data.gapcheck.bucket.expires_confidential_objects as policy

test_deny_no_rule if _denied({"classification": "confidential", "expires_objects": false}) == {["expires_objects"]}

test_deny_missing if _denied({"classification": "pii"}) == {["expires_objects"]}

test_allow_rule if _denied({"classification": "confidential", "expires_objects": true}) == set()

test_allow_public_data if _denied({"classification": "public", "expires_objects": false}) == set()

test_subjects_leave_others_out if policy.subjects == set() with input.bucket as [{"id": "a"}]

test_deny_each_classification if {
	every it in ["secret", "phi"] {
		_denied({"classification": it}) == {["expires_objects"]}
	}
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
