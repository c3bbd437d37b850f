package gapcheck.network_rule.limits_open_egress_test

import data.gapcheck.network_rule.limits_open_egress as policy

test_deny_everything if _denied({}) == {["destinations", "1"]}

test_deny_ipv6 if _denied({"destinations": ["::/0"]}) == {["destinations", "0"]}

test_allow_tcp if _denied({"protocol": "tcp"}) == set()

test_allow_own_network if _denied({"destinations": ["10.0.0.0/8"]}) == set()

test_allow_ingress if _denied({"direction": "ingress"}) == set()

test_allow_denying_rule if _denied({"action": "deny"}) == set()

test_allow_list if _denied({"stateless": true}) == set()

test_allow_other_providers if _denied({"provider": "google"}) == set()

test_allow_missing if policy.deny == set() with input.network_rule as [{"id": "a", "name": "a"}]

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "provider": "aws", "direction": "egress", "action": "allow"},
		{"id": "b", "provider": "aws", "direction": "ingress", "action": "allow"},
		{"id": "c", "provider": "aws", "direction": "egress", "action": "allow", "stateless": true},
		{"id": "d", "provider": "azure", "direction": "egress", "action": "allow"},
		{"id": "e", "provider": "aws", "direction": "egress", "action": "deny"},
	]
	policy.subjects == {"a"} with input.network_rule as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"provider": "aws", "direction": "egress", "action": "allow", "protocol": "all", "destinations": ["10.0.0.0/8", "0.0.0.0/0"]}), facts)
	paths := {it.path | some it in policy.deny} with input.network_rule as [subject]
}
