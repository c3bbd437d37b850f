package gapcheck.bucket.logs_access_test

import data.gapcheck.bucket.logs_access as policy

test_deny_off if _denied({"logging": false}) == {["logging"]}

test_deny_missing if _denied({}) == {["logging"]}

test_allow_logging if _denied({"logging": true}) == set()

test_allow_store_of_logs if _denied({"logging": false, "holds_logs": true}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
