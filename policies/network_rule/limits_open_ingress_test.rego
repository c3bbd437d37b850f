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

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "action": "allow", "direction": "egress", "protocol": "all", "sources": ["0.0.0.0/0"]},
		{"id": "b", "action": "allow", "direction": "ingress", "enabled": false, "protocol": "all", "sources": ["0.0.0.0/0"]},
	]
	policy.subjects == set() with input.network_rule as population
}

test_allow_each_to_port_with_from_port_0_protocol_all_source if {
	every it in [19, 1] {
		_denied({"to_port": it, "from_port": 0, "protocol": "all", "sources": ["0.0.0.0/0"]}) == set()
	}
}

test_deny_from_port_0_protocol_all_sources if {
	_denied({"from_port": 0, "protocol": "all", "sources": ["any"], "to_port": 65535}) == {["sources", "0"]}
}

test_deny_from_port_139_protocol_all_sources if {
	_denied({"from_port": 139, "protocol": "all", "sources": ["*"], "to_port": 443}) == {["sources", "0"]}
}

test_allow_from_port_0_protocol_0_0_0_0_0_sources if {
	_denied({"from_port": 0, "protocol": "0.0.0.0/0", "sources": ["0.0.0.0/0"], "to_port": 65535}) == set()
}

test_allow_from_port_0_protocol_other_sources if {
	_denied({"from_port": 0, "protocol": "other", "sources": ["0.0.0.0/0"], "to_port": 65535, "enabled": true}) == set()
}

test_allow_from_port_1000000_protocol_all_sources if {
	_denied({"from_port": 1000000, "protocol": "all", "sources": ["0.0.0.0/0"], "to_port": 65535, "enabled": true}) == set()
}

test_allow_to_port_4000_direction_ingress_from_port_3000 if {
	paths := {it.path | some it in policy.deny} with input.network_rule as [{"to_port": 4000, "direction": "ingress", "from_port": 3000, "id": "terraform:.#web", "name": "web", "protocol": "udp", "sources": ["*"]}]
	paths == set()
}

test_allow_action_allow_direction_ingress_from_port_5432 if {
	paths := {it.path | some it in policy.deny} with input.network_rule as [{"action": "allow", "direction": "ingress", "from_port": 5432, "id": "terraform:.#web", "name": "web", "to_port": 5432, "sources": ["Internet"]}]
	paths == set()
}

test_subjects_action_allow_direction_ingress_stateless if {
	policy.subjects == set() with input.network_rule as [{"action": "allow", "direction": "ingress", "id": "a", "stateless": true}, {"action": "deny", "direction": "ingress", "id": "b"}]
}

test_deny_from_port_0_protocol_all_sources_2 if {
	_denied({"from_port": 0, "protocol": "all", "sources": ["0.0.0.0/0"], "to_port": 20, "enabled": true}) == {["sources", "0"]}
}

test_allow_from_port_61622_protocol_all_sources if {
	_denied({"from_port": 61622, "protocol": "all", "sources": ["0.0.0.0/0"], "to_port": 65535, "enabled": true}) == set()
}

test_deny_from_port_61621_protocol_all_sources if {
	_denied({"from_port": 61621, "protocol": "all", "sources": ["0.0.0.0/0"], "to_port": 65535, "enabled": true}) == {["sources", "0"]}
}

test_allow_from_port_0_protocol_other_sources_2 if {
	_denied({"from_port": 0, "protocol": "other", "sources": ["0.0.0.0/0"], "to_port": 65535, "type": 6379}) == set()
}

test_deny_port_in_the_middle_of_the_table if {
	_denied({"from_port": 4505, "to_port": 4505, "sources": ["*"]}) == {["sources", "0"]}
}

test_allow_its_neighbours if {
	every port in [7198, 7200] {
		_denied({"from_port": port, "to_port": port, "sources": ["*"]}) == set()
	}
}

test_deny_names_what_is_open if {
	every protocol in ["tcp", "udp", "all"] {
		_messages(protocol, 0, 65535) == {"web opens every port to *"}
		_messages(protocol, 1, 65535) == {"web opens every port to *"}
		_messages(protocol, 2, 65535) == {"web opens port 20 to *"}
		_messages(protocol, 0, 65534) == {"web opens port 20 to *"}
	}
}

_messages(protocol, from, to) := messages if {
	rule := {"id": "a", "name": "web", "direction": "ingress", "action": "allow", "protocol": protocol, "from_port": from, "to_port": to, "sources": ["*"]}
	messages := {it.message | some it in policy.deny} with input.network_rule as [rule]
}

test_allow_every_port_where_every_port_is_denied if {
	shared := {"firewall": "web", "direction": "ingress", "protocol": "all", "from_port": 0, "to_port": 65535, "sources": ["*"], "for_all": true}
	opening := {"id": "a", "name": "a", "action": "allow", "priority": 200}
	denial := {"id": "b", "name": "b", "action": "deny", "priority": 100}
	policy.deny == set() with input.network_rule as [object.union(opening, shared), object.union(denial, shared)]
}

test_names_the_first_port_that_is_not_denied if {
	shared := {"firewall": "web", "direction": "ingress", "protocol": "tcp", "sources": ["*"], "for_all": true}
	opening := {"id": "a", "name": "a", "action": "allow", "priority": 200, "from_port": 3000, "to_port": 6000}
	denial := {"id": "b", "name": "b", "action": "deny", "priority": 100, "from_port": 3000, "to_port": 4000}
	messages := {it.message | some it in policy.deny} with input.network_rule as [object.union(opening, shared), object.union(denial, shared)]
	messages == {"a opens port 4505 to *"}
}

test_allow_what_is_denied_before if {
	every denial in [{}, {"from_port": 3306, "to_port": 3306, "protocol": "tcp"}] {
		_beside(denial) == set()
	}
}

test_deny_what_is_denied_after_or_elsewhere if {
	every denial in [{"priority": 201}, {"firewall": "other"}, {"for_all": false}, {"from_port": 3307}, {"to_port": 3305}, {"protocol": "udp"}] {
		_beside(denial) == {["sources", "0"]}
	}
}

# What an opening is denied for, with a denial of everything beside it that differs so.
_beside(differing) := paths if {
	shared := {"firewall": "web", "direction": "ingress", "sources": ["*"], "for_all": true}
	opening := {"id": "a", "name": "a", "action": "allow", "priority": 200, "protocol": "tcp", "from_port": 3306, "to_port": 3306}
	all := {"id": "b", "name": "b", "action": "deny", "priority": 100, "protocol": "all", "from_port": 0, "to_port": 65535}
	denial := object.union(object.union(all, shared), differing)
	paths := {it.path | some it in policy.deny} with input.network_rule as [object.union(opening, shared), denial]
}

_denied(facts) := paths if {
	rule := object.union({"id": "terraform:.#web", "name": "web", "direction": "ingress", "action": "allow", "protocol": "tcp"}, facts)
	paths := {it.path | some it in policy.deny} with input.network_rule as [rule]
}
