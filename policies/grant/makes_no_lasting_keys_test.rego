package gapcheck.grant.makes_no_lasting_keys_test

import data.gapcheck.grant.makes_no_lasting_keys as policy

test_deny_lasting_key if _denied({"form": "credential", "long_lived": true}) == {["long_lived"]}

test_allow_key_that_ends if _denied({"form": "credential", "long_lived": false}) == set()

test_allow_missing_key if _denied({"form": "user"}) == set()

test_subjects_are_identities_and_their_keys if {
	grants := [{"id": "a", "form": "user"}, {"id": "b", "form": "credential"}, {"id": "c", "form": "trust"}]
	policy.subjects == {"a", "b"} with input.grant as grants
}

test_allow_long_lived if _denied({"long_lived": true}) == set()

_denied(facts) := paths if {
	grant := object.union({"id": "terraform:.#deploy", "name": "deploy"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
