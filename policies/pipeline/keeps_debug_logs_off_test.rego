package gapcheck.pipeline.keeps_debug_logs_off_test

import data.gapcheck.pipeline.keeps_debug_logs_off as policy

test_deny_on if _denied({"debug_logging": true}) == {["debug_logging"]}

test_allow_off if _denied({"debug_logging": false}) == set()

test_allow_missing if _denied({}) == set()

test_allow_counts_every_pipeline if policy.subjects == {"a"} with input.pipeline as [{"id": "a", "name": "a"}]

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.pipeline as [subject]
}
