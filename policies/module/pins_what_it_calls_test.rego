package gapcheck.module.pins_what_it_calls_test

import data.gapcheck.module.pins_what_it_calls as policy

test_deny_no_version if _denied({"pin": "none"}) == {["pin"]}

test_deny_branch if _denied({"pin": "branch"}) == {["pin"]}

test_deny_open_range if _denied({"pin": "open"}) == {["pin"]}

test_deny_missing_lock_file if _denied({"lock_file": false}) == {["lock_file"]}

test_allow_fixed if {
	every pin in {"commit", "tag", "version", "range", "local"} {
		_denied({"pin": pin}) == set()
	}
}

test_allow_lock_file if _denied({"lock_file": true}) == set()

test_allow_missing_source if _denied({}) == set()

test_subjects_are_remote_calls_and_roots if {
	modules := [{"id": "a", "pin": "none"}, {"id": "b", "pin": "local"}, {"id": "c", "lock_file": true}, {"id": "d"}]
	policy.subjects == {"a", "c"} with input.module as modules
}

test_subjects_leave_local_calls_out if {
	policy.subjects == {"a", "b"} with input.module as [{"id": "a", "pin": "branch"}, {"id": "b", "lock_file": true}, {"id": "c", "pin": "local"}]
}

_denied(facts) := paths if {
	vpc := object.union({"id": "terraform:.#module.vpc", "name": "vpc"}, facts)
	paths := {it.path | some it in policy.deny} with input.module as [vpc]
}
