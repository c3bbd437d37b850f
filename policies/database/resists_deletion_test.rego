package gapcheck.database.resists_deletion_test

import data.gapcheck.database.resists_deletion as policy

test_deny_off if _denied({"deletion_protection": false}) == {["deletion_protection"]}

test_allow_on if _denied({"deletion_protection": true}) == set()

test_allow_copy_for_reading if _denied({"role": "replica", "deletion_protection": false}) == set()

test_allow_missing_where_there_is_no_such_setting if _denied({}) == set()


test_subjects_leave_others_out if {
	population := [
		{"id": "a", "deletion_protection": true, "form": "relational", "role": "cluster"},
		{"id": "b", "deletion_protection": true, "form": "relational", "role": "table"},
		{"id": "c", "deletion_protection": true, "form": "relational", "role": "server"},
		{"id": "d"},
		{"id": "e", "form": "relational", "role": "server"},
	]
	policy.subjects == {"a", "b", "c"} with input.database as population
}

test_deny_member_of_google if {
	facts := {"role": "member", "provider": "google", "deletion_protection": false}
	_denied(facts) == {["deletion_protection"]}
}

test_allow_member_of_another if {
	_denied({"role": "member", "provider": "aws", "deletion_protection": false}) == set()
}

test_allow_replica_of_google if {
	_denied({"role": "replica", "provider": "google", "deletion_protection": false}) == set()
}

test_subjects_name_members_that_can_tell if {
	population := [
		{"id": "a", "role": "member", "provider": "google", "deletion_protection": true},
		{"id": "b", "role": "member", "provider": "google"},
	]
	policy.subjects == {"a"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "relational", "role": "server"}, facts))
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
