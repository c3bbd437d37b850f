package gapcheck.repository.updates_its_dependencies_test

import data.gapcheck.repository.updates_its_dependencies as policy

test_deny_uncovered if _denied({"ecosystems": ["go", "npm"], "uncovered_ecosystems": ["go"]}) == {["uncovered_ecosystems", "0"]}

test_deny_uncovered_folder if {
	manifest := {"ecosystem": "npm", "path": "web/package.json", "folder": "/web"}
	_denied({"ecosystems": ["npm"], "uncovered_ecosystems": [], "uncovered_manifests": [manifest]}) == {["uncovered_manifests", "0"]}
}

test_allow_covered if _denied({"ecosystems": ["npm"], "uncovered_ecosystems": []}) == set()

test_allow_missing if _denied({"ecosystems": []}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"ecosystems": ["npm"], "uncovered_ecosystems": []})
	outside := object.union({"id": "b", "name": "b"}, {"ecosystems": [], "uncovered_ecosystems": []})
	policy.subjects == {"a"} with input.repository as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
