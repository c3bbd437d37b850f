package gapcheck.network_rule.lists_open_named_ports_test

import data.gapcheck.network_rule.lists_open_named_ports as policy

test_deny_everything if _denied({"protocol": "all"}) == {["sources", "1"]}

test_deny_every_tcp_port if _denied({"protocol": "tcp"}) == {["sources", "1"]}

test_deny_every_udp_port if _denied({"protocol": "udp", "from_port": 1}) == {["sources", "1"]}

test_deny_ipv6 if _denied({"sources": ["::/0"]}) == {["sources", "0"]}

test_allow_other_protocols if _denied({"protocol": "gre"}) == set()

test_allow_answers if _denied({"from_port": 1024}) == set()

test_allow_second_port_on if _denied({"from_port": 2}) == set()

test_allow_low_ports if _denied({"to_port": 1023}) == set()

test_allow_own_network if _denied({"sources": ["10.0.0.0/8"]}) == set()

test_allow_egress if _denied({"direction": "egress"}) == set()

test_allow_denying_entry if _denied({"action": "deny"}) == set()

test_allow_group if _denied({"stateless": false}) == set()

test_allow_missing if policy.deny == set() with input.network_rule as [{"id": "a", "name": "a"}]

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "direction": "ingress", "action": "allow", "stateless": true},
		{"id": "b", "direction": "ingress", "action": "allow"},
		{"id": "c", "direction": "egress", "action": "allow", "stateless": true},
		{"id": "d", "direction": "ingress", "action": "deny", "stateless": true},
	]
	policy.subjects == {"a"} with input.network_rule as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"direction": "ingress", "action": "allow", "stateless": true, "protocol": "tcp", "from_port": 0, "to_port": 65535, "sources": ["10.0.0.0/8", "0.0.0.0/0"]}), facts)
	paths := {it.path | some it in policy.deny} with input.network_rule as [subject]
}
