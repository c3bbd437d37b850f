package gapcheck.endpoint.writes_access_logs_test

import data.gapcheck.endpoint.writes_access_logs as policy

test_deny_no_log if _denied({"access_logging": false}) == {["access_logging"]}

test_allow_log if _denied({"access_logging": true}) == set()

test_allow_missing_where_another_part_logs if _denied({"role": "listener"}) == set()

test_subjects_are_endpoints_that_tell if {
	policy.subjects == {"a"} with input.endpoint as [{"id": "a", "access_logging": true}, {"id": "b"}]
}

_denied(facts) := paths if {
	endpoint := object.union({"id": "terraform:.#front", "name": "front"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [endpoint]
}
