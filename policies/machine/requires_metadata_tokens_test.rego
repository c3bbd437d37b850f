package gapcheck.machine.requires_metadata_tokens_test

import data.gapcheck.machine.requires_metadata_tokens as policy

test_deny_optional if _denied({"imds_v2": false}) == {["imds_v2"]}

test_allow_required if _denied({"imds_v2": true}) == set()

test_allow_missing_where_there_are_no_tokens if _denied({}) == set()

test_subjects_are_machines_with_such_metadata if {
	policy.subjects == {"a"} with input.machine as [{"id": "a", "imds_v2": true}, {"id": "b"}]
}

_denied(facts) := paths if {
	machine := object.union({"id": "terraform:.#web", "name": "web"}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [machine]
}
