package gapcheck.machine.keeps_metadata_on_the_host_test

import data.gapcheck.machine.keeps_metadata_on_the_host as policy

test_deny_two_hops if _denied({"metadata_hop_limit": 2}) == {["metadata_hop_limit"]}

test_allow_one_hop if _denied({"metadata_hop_limit": 1}) == set()

test_allow_missing if _denied({}) == set()

test_allow_machine if _denied({"template": false, "metadata_hop_limit": 2}) == set()

test_allow_other_providers if _denied({"provider": "google", "metadata_hop_limit": 2}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "provider": "aws", "template": true},
		{"id": "b", "provider": "aws", "template": false},
		{"id": "c", "provider": "google", "template": true},
	]
	policy.subjects == {"a"} with input.machine as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"provider": "aws", "template": true}), facts)
	paths := {it.path | some it in policy.deny} with input.machine as [subject]
}
