package gapcheck.endpoint.takes_no_plain_ftp_test

import data.gapcheck.endpoint.takes_no_plain_ftp as policy

test_deny_all if _denied({"ftps_state": "AllAllowed"}) == {["ftps_state"]}

test_allow_each if {
	every it in ["Disabled", "FtpsOnly"] {
		_denied({"ftps_state": it}) == set()
	}
}

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	policy.subjects == {"a"} with input.endpoint as [{"id": "a", "ftps_state": "Disabled"}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
