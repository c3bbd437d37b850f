package gapcheck.pipeline.holds_no_credentials_test

import data.gapcheck.pipeline.holds_no_credentials as policy

test_deny_literal if _denied({"settings": [{"name": "PASSWORD", "value": "<redacted>"}]}) == {["settings", "0", "value"]}

test_allow_plain if _denied({"settings": [{"name": "REGION", "value": "eu-north-1"}]}) == set()

test_allow_reference if _denied({"settings": [{"name": "PASSWORD"}]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_all_are_subjects if policy.subjects == {"a"} with input.pipeline as [{"id": "a", "name": "a"}]

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.pipeline as [subject]
}
