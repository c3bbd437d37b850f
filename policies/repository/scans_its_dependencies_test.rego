package gapcheck.repository.scans_its_dependencies_test

import data.gapcheck.repository.scans_its_dependencies as policy

test_deny_missing if _denied({"ecosystems": ["npm"], "runs": {}}) == {["runs", "dependency_scan"]}

test_allow_present if _denied({"ecosystems": ["npm"], "runs": {"dependency_scan": true}}) == set()

test_allow_nothing_to_ask if _denied({"ecosystems": []}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"ecosystems": ["npm"], "runs": {}})
	outside := object.union({"id": "b", "name": "b"}, {"ecosystems": []})
	policy.subjects == {"a"} with input.repository as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
