package gapcheck.network_rule.closes_remote_desktop_test

import data.gapcheck.network_rule.closes_remote_desktop as policy

test_deny_from_anywhere if _denied({"from_port": 3389, "to_port": 3389, "sources": ["10.0.0.0/8", "0.0.0.0/0"]}) == {["sources", "1"]}

test_deny_range_that_holds_it if _denied({"from_port": 3387, "to_port": 3391, "sources": ["Internet"]}) == {["sources", "0"]}

test_deny_every_protocol if _denied({"protocol": "all", "from_port": 0, "to_port": 65535, "sources": ["::/0"]}) == {["sources", "0"]}

test_allow_own_network if _denied({"from_port": 3389, "to_port": 3389, "sources": ["10.0.0.0/8"]}) == set()

test_allow_missing_sources if _denied({"from_port": 3389, "to_port": 3389}) == set()

test_allow_other_port if _denied({"from_port": 22, "to_port": 22, "sources": ["0.0.0.0/0"]}) == set()

test_allow_ports_beside_it if {
	_denied({"from_port": 3388, "to_port": 3388, "sources": ["*"]}) == set()
	_denied({"from_port": 3390, "to_port": 3390, "sources": ["*"]}) == set()
}

test_allow_ping if _denied({"protocol": "icmp", "sources": ["0.0.0.0/0"]}) == set()

test_allow_denying_rule if _denied({"action": "deny", "from_port": 3389, "to_port": 3389, "sources": ["*"]}) == set()

test_allow_egress if _denied({"direction": "egress", "from_port": 3389, "to_port": 3389, "sources": ["*"]}) == set()

test_allow_rule_that_is_off if _denied({"enabled": false, "from_port": 3389, "to_port": 3389, "sources": ["0.0.0.0/0"]}) == set()

test_allow_stateless_list if _denied({"stateless": true, "from_port": 3389, "to_port": 3389, "sources": ["0.0.0.0/0"]}) == set()

test_subjects_are_rules_that_admit if {
	rules := [{"id": "a", "direction": "ingress", "action": "allow"}, {"id": "b", "direction": "egress", "action": "allow"}]
	policy.subjects == {"a"} with input.network_rule as rules
}

test_message_names_what_is_open if {
	rule := {"id": "a", "name": "web", "direction": "ingress", "action": "allow", "protocol": "tcp", "from_port": 0, "to_port": 65535, "sources": ["*"]}
	{it.message | some it in policy.deny} == {"web opens the remote desktop to *"} with input.network_rule as [rule]
}

test_allow_what_is_denied_before if {
	every denial in [{}, {"from_port": 3389, "to_port": 3389, "protocol": "tcp"}] {
		_beside(denial) == set()
	}
}

test_deny_what_is_denied_after_or_elsewhere if {
	every denial in [{"priority": 201}, {"firewall": "other"}, {"for_all": false}, {"from_port": 3390}, {"to_port": 3388}, {"protocol": "udp"}] {
		_beside(denial) == {["sources", "0"]}
	}
}

# What an opening is denied for, with a denial of everything beside it that differs so.
_beside(differing) := paths if {
	shared := {"firewall": "web", "direction": "ingress", "sources": ["*"], "for_all": true}
	opening := {"id": "a", "name": "a", "action": "allow", "priority": 200, "protocol": "tcp", "from_port": 3389, "to_port": 3389}
	all := {"id": "b", "name": "b", "action": "deny", "priority": 100, "protocol": "all", "from_port": 0, "to_port": 65535}
	denial := object.union(object.union(all, shared), differing)
	paths := {it.path | some it in policy.deny} with input.network_rule as [object.union(opening, shared), denial]
}

_denied(facts) := paths if {
	rule := object.union({"id": "terraform:.#web", "name": "web", "direction": "ingress", "action": "allow", "protocol": "tcp"}, facts)
	paths := {it.path | some it in policy.deny} with input.network_rule as [rule]
}
