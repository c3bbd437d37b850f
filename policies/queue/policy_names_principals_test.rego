package gapcheck.queue.policy_names_principals_test

import data.gapcheck.queue.policy_names_principals as policy

test_deny_everybody if _denied({"statements": [{"effect": "allow", "principals": ["*"]}]}) == {["statements", "0", "principals", "0"]}

test_deny_all_users if _denied({"grantees": [{"who": "allUsers"}]}) == {["grantees", "0", "who"]}

test_allow_named if {
	named := {"statements": [{"effect": "allow", "principals": ["arn:aws:iam::1:root"]}], "grantees": [{"who": "user:a"}]}
	_denied(named) == set()
}

test_allow_missing_policy if _denied({}) == set()

test_deny_lists_its_population if policy.subjects == {"a"} with input.queue as [object.union({"id": "a"}, {"form": "queue"})]

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "topic"},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.queue as population
}

test_allow_grantees if _denied({"grantees": [{"who": "other"}]}) == set()

test_allow_grantees_2 if _denied({"grantees": [{"who": "other"}]}) == set()

test_deny_grantees if _denied({"grantees": [{"who": "allAuthenticatedUsers"}]}) == {["grantees", "0", "who"]}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "queue"}, facts))
	paths := {it.path | some it in policy.deny} with input.queue as [subject]
}
