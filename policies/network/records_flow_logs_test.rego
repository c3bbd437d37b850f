package gapcheck.network.records_flow_logs_test

import data.gapcheck.network.records_flow_logs as policy

test_deny_unrecorded if _denied({"flow_logs": false}) == {["flow_logs"]}

test_allow_recorded if _denied({"flow_logs": true}) == set()

test_allow_missing_because_the_network_decides if _denied({"layer": "subnet"}) == set()

test_subjects_are_those_that_tell if {
	policy.subjects == {"a"} with input.network as [{"id": "a", "flow_logs": true}, {"id": "b"}]
}

_denied(facts) := paths if {
	main := object.union({"id": "terraform:.#main", "name": "main"}, facts)
	paths := {it.path | some it in policy.deny} with input.network as [main]
}
