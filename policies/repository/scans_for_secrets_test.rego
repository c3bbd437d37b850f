package gapcheck.repository.scans_for_secrets_test

import data.gapcheck.repository.scans_for_secrets as policy

test_deny_missing if _denied({"runs": {}}) == {["runs", "secret_scan"]}

test_allow_present if _denied({"runs": {"secret_scan": true}}) == set()

test_allow_secret_scanning if _denied({"runs": {}, "secret_scanning": "gitleaks"}) == set()

test_allow_all_are_subjects if policy.subjects == {"a"} with input.repository as [{"id": "a", "name": "a"}]

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
