package gapcheck.network_rule.lists_close_admin_ports_test

import data.gapcheck.network_rule.lists_close_admin_ports as policy

test_deny_ssh if _denied({"from_port": 22, "to_port": 22, "sources": ["10.0.0.0/8", "0.0.0.0/0"]}) == {["sources", "1"]}

test_deny_rdp_over_ipv6 if _denied({"from_port": 3389, "to_port": 3389, "sources": ["::/0"]}) == {["sources", "0"]}

test_deny_ftp if _denied({"from_port": 21, "to_port": 21, "sources": ["0.0.0.0/0"]}) == {["sources", "0"]}

test_deny_data_of_ftp if _denied({"from_port": 20, "to_port": 20, "sources": ["0.0.0.0/0"]}) == {["sources", "0"]}

test_deny_range if _denied({"from_port": 15, "to_port": 30, "sources": ["0.0.0.0/0"]}) == {["sources", "0"]}

test_deny_every_protocol if _denied({"protocol": "all", "from_port": 0, "to_port": 65535, "sources": ["0.0.0.0/0"]}) == {["sources", "0"]}

test_allow_udp if _denied({"protocol": "udp", "from_port": 22, "to_port": 22, "sources": ["0.0.0.0/0"]}) == set()

test_allow_ports_below if _denied({"from_port": 1, "to_port": 19, "sources": ["0.0.0.0/0"]}) == set()

test_allow_ports_above if _denied({"from_port": 23, "to_port": 3388, "sources": ["0.0.0.0/0"]}) == set()

test_allow_own_network if _denied({"from_port": 22, "to_port": 22, "sources": ["10.0.0.0/8"]}) == set()

test_allow_missing_sources if _denied({"from_port": 22, "to_port": 22}) == set()

test_allow_egress if _open({"direction": "egress"})

test_allow_denying_entry if _open({"action": "deny"})

test_allow_group if _open({"stateless": false})

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "direction": "ingress", "action": "allow", "stateless": true},
		{"id": "b", "direction": "ingress", "action": "allow"},
		{"id": "c", "direction": "egress", "action": "allow", "stateless": true},
		{"id": "d", "direction": "ingress", "action": "deny", "stateless": true},
	]
	policy.subjects == {"a"} with input.network_rule as population
}

_open(facts) if _denied(object.union({"from_port": 22, "to_port": 22, "sources": ["0.0.0.0/0"]}, facts)) == set()

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"direction": "ingress", "action": "allow", "stateless": true, "protocol": "tcp"}), facts)
	paths := {it.path | some it in policy.deny} with input.network_rule as [subject]
}
