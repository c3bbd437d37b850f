package gapcheck.bucket.admits_services_of_the_provider_test

import data.gapcheck.bucket.admits_services_of_the_provider as policy

test_deny_none if _denied({"network_bypass": ["None"]}) == {["network_bypass"]}

test_deny_others if _denied({"network_bypass": ["Logging", "Metrics"]}) == {["network_bypass"]}

test_allow_admitted if _denied({"network_bypass": ["Logging", "AzureServices"]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_open if _denied({"network_default": "allow", "network_bypass": ["None"]}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "network_default": "deny", "network_bypass": []},
		{"id": "b", "network_default": "deny"},
		{"id": "c", "network_default": "allow", "network_bypass": []},
	]
	policy.subjects == {"a"} with input.bucket as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "network_default": "deny"}, facts)
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
