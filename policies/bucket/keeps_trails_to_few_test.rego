package gapcheck.bucket.keeps_trails_to_few_test

import data.gapcheck.bucket.keeps_trails_to_few as policy

test_deny_each_open_list if {
	every acl in {"authenticated-read", "public-read", "public-read-write", "website"} {
		_denied({"acl": acl}) == {["acl"]}
	}
}

test_deny_group if {
	everybody := {"who": "http://acs.amazonaws.com/groups/global/AllUsers"}
	_denied({"grantees": [{"who": "abc"}, everybody]}) == {["grantees", "1", "who"]}
}

test_allow_missing if _denied({}) == set()

test_allow_closed if _denied({"acl": "private"}) == set()

test_allow_others if {
	_denied({"holds_trail": false, "acl": "public-read", "grantees": [{"who": "http://acs.amazonaws.com/groups/global/AllUsers"}]}) == set()
}

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "holds_trail": true},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.bucket as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"holds_trail": true}), facts)
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
