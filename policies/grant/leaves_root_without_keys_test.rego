package gapcheck.grant.leaves_root_without_keys_test

import data.gapcheck.grant.leaves_root_without_keys as policy

test_deny_root if _denied({"form": "credential", "holder": "root"}) == {["holder"]}

test_allow_user if _denied({"form": "credential", "holder": "robot"}) == set()

test_allow_missing_holder if _denied({"form": "credential"}) == set()

test_subjects_are_credentials if {
	policy.subjects == {"a"} with input.grant as [{"id": "a", "form": "credential"}, {"id": "b", "form": "user"}]
}

test_allow_holder_root if _denied({"holder": "root"}) == set()

_denied(facts) := paths if {
	grant := object.union({"id": "terraform:.#deploy", "name": "deploy"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
