package gapcheck.function.keeps_failed_events_test

import data.gapcheck.function.keeps_failed_events as policy

test_deny_events_lost if _denied({"asynchronous": true, "dead_letter": false}) == {["dead_letter"]}

test_allow_events_kept if _denied({"asynchronous": true, "dead_letter": true}) == set()

test_allow_function_that_is_waited_for if _denied({"asynchronous": false, "dead_letter": false}) == set()

test_allow_missing_callers if _denied({"dead_letter": false}) == set()

test_subjects_are_called_without_waiting if {
	policy.subjects == {"a"} with input.function as [{"id": "a", "asynchronous": true}, {"id": "b", "asynchronous": false}]
}

_denied(facts) := paths if {
	function := object.union({"id": "terraform:.#import", "name": "import"}, facts)
	paths := {it.path | some it in policy.deny} with input.function as [function]
}
