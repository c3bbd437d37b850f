package gapcheck.network_rule.limits_open_ingress_test

import data.gapcheck.network_rule.limits_open_ingress as policy

test_deny_every_protocol if _denied({"protocol": "all", "from_port": 0, "to_port": 65535, "sources": ["0.0.0.0/0"]}) == {["sources", "0"]}

test_deny_every_port if _denied({"from_port": 0, "to_port": 65535, "sources": ["10.0.0.0/8", "::/0"]}) == {["sources", "1"]}

test_deny_database if _denied({"from_port": 5432, "to_port": 5432, "sources": ["Internet"]}) == {["sources", "0"]}

test_deny_range_that_holds_database if _denied({"protocol": "udp", "from_port": 3000, "to_port": 4000, "sources": ["*"]}) == {["sources", "0"]}

test_allow_web if _denied({"from_port": 443, "to_port": 443, "sources": ["0.0.0.0/0"]}) == set()

test_allow_every_protocol_on_one_port if {
	_denied({"protocol": "all", "from_port": 443, "to_port": 443, "sources": ["*"]}) == set()
}

test_allow_ping if _denied({"protocol": "icmp", "sources": ["0.0.0.0/0"]}) == set()

test_allow_own_network if _denied({"protocol": "all", "from_port": 0, "to_port": 65535, "sources": ["10.0.0.0/8"]}) == set()

test_allow_missing_sources if _denied({"protocol": "all", "from_port": 0, "to_port": 65535}) == set()

test_allow_rule_that_is_off if _denied({"enabled": false, "protocol": "all", "sources": ["0.0.0.0/0"]}) == set()

test_allow_egress if _denied({"direction": "egress", "protocol": "all", "sources": ["0.0.0.0/0"]}) == set()

test_subjects_are_rules_that_admit if {
	rules := [{"id": "a", "direction": "ingress", "action": "allow"}, {"id": "b", "direction": "ingress", "action": "deny"}]
	policy.subjects == {"a"} with input.network_rule as rules
}

_denied(facts) := paths if {
	rule := object.union({"id": "terraform:.#web", "name": "web", "direction": "ingress", "action": "allow", "protocol": "tcp"}, facts)
	paths := {it.path | some it in policy.deny} with input.network_rule as [rule]
}
