package gapcheck.repository.waits_before_it_updates_test

import data.gapcheck.repository.waits_before_it_updates as policy

test_deny_at_once if _denied([{"ecosystem": "npm", "days_before_update": 0}]) == {["dependency_updates", "entries", "0", "days_before_update"]}

test_deny_too_early if {
	entries := [{"ecosystem": "pip", "days_before_update": 7}, {"ecosystem": "npm", "days_before_update": 6}]
	_denied(entries) == {["dependency_updates", "entries", "1", "days_before_update"]}
}

test_allow_a_week if _denied([{"ecosystem": "npm", "days_before_update": 7}]) == set()

test_allow_missing_entries if {
	paths := {it.path | some it in policy.deny} with input.repository as [{"id": "a", "name": "a"}]
	paths == set()
}

test_allow_ecosystems_without_cooldown if {
	every ecosystem in ["opentofu", "nix", "pre-commit"] {
		_denied([{"ecosystem": ecosystem, "days_before_update": 0}]) == set()
	}
}

test_allow_others_are_no_subjects if {
	policy.subjects == {"a"} with input.repository as [{"id": "a", "dependency_updates": {"entries": []}}, {"id": "b"}]
}

_denied(entries) := paths if {
	subject := {"id": "a", "name": "a", "dependency_updates": {"tool": "dependabot", "entries": entries}}
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
