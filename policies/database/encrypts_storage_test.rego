package gapcheck.database.encrypts_storage_test

import data.gapcheck.database.encrypts_storage as policy

test_deny_unencrypted if _denied({"encrypted": false}) == {["encrypted"]}

test_deny_missing if _denied({}) == {["encrypted"]}

test_allow_encrypted if _denied({"encrypted": true}) == set()

test_allow_member_of_a_cluster if _denied({"role": "member"}) == set()


_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"role": "server"}, facts))
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
