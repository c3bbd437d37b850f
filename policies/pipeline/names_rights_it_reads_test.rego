package gapcheck.pipeline.names_rights_it_reads_test

import data.gapcheck.pipeline.names_rights_it_reads as policy

test_deny_everything if _denied({"permissions": {"all": "read"}}) == {["permissions", "all"]}

test_allow_missing if _denied({}) == set()

test_allow_a_scope if _denied({"permissions": {"contents": "read"}}) == set()

# That is another policy's gap.
test_allow_write_all if _denied({"permissions": {"all": "write"}}) == set()

test_allow_those_that_state_nothing_are_no_subjects if {
	policy.subjects == {"a"} with input.pipeline as [{"id": "a", "permissions": {}}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.pipeline as [subject]
}
