package gapcheck.change.is_signed_test

import data.gapcheck.change.is_signed as policy

test_deny_unsigned if _denied({"signed": false}) == {["signed"]}

test_deny_missing if _denied({}) == {["signed"]}

test_allow_signed if _denied({"signed": true}) == set()

test_allow_all_are_subjects if policy.subjects == {"a"} with input.change as [{"id": "a"}]

_denied(facts) := paths if {
	change := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.change as [change]
}
