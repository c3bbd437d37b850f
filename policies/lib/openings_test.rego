package gapcheck.lib.openings_test

import data.gapcheck.lib.openings

_rule := {"direction": "ingress", "action": "allow", "protocol": "tcp", "from_port": 20, "to_port": 30}

test_a_rule_that_is_on_admits if {
	openings.admits(_rule)
	openings.admits(object.union(_rule, {"enabled": true}))
}

test_other_rules_admit_nobody if {
	every it in [{"direction": "egress"}, {"action": "deny"}, {"enabled": false}, {"stateless": true}] {
		not openings.admits(object.union(_rule, it))
	}
}

test_each_way_to_write_everywhere if {
	every it in ["0.0.0.0/0", "::/0", "*", "Internet", "any"] {
		openings.everywhere({"sources": ["10.0.0.0/8", it]}) == {1}
	}
}

test_nobody_is_nowhere if openings.everywhere({}) == set()

test_ports_lie_in_a_range if {
	every port in [20, 22, 30] {
		openings.reaches(_rule, port)
	}
	openings.reaches(object.union(_rule, {"protocol": "all"}), 22)
}

test_ports_lie_beside_a_range if {
	every port in [19, 31] {
		not openings.reaches(_rule, port)
	}
}

test_other_protocols_have_other_ports if not openings.reaches(object.union(_rule, {"protocol": "udp"}), 22)

_deny := object.union(_rule, {"action": "deny", "firewall": "web", "for_all": true, "priority": 100, "sources": ["*"]})

_allow := object.union(_rule, {"firewall": "web", "priority": 100, "sources": ["10.0.0.0/8", "0.0.0.0/0"]})

_overruled(denials, allow) if openings.is_overruled(object.union(_allow, allow), 1, "tcp", [20, 30]) with input.network_rule as denials

test_what_is_denied_before_is_overruled if {
	every it in [{}, {"protocol": "all"}, {"sources": ["10.0.0.0/8", "Internet"]}, {"sources": ["any"]}, {"sources": ["0.0.0.0/0"]}] {
		_overruled([object.union(_deny, it)], {})
	}
	_overruled([_deny], {"priority": 101})
}

test_what_is_denied_for_others_is_not_overruled if {
	every it in [
		{"firewall": "other"}, {"for_all": false}, {"action": "allow"}, {"direction": "egress"}, {"enabled": false},
		{"protocol": "udp"}, {"from_port": 21}, {"to_port": 29}, {"priority": 101}, {"sources": ["::/0"]},
		{"sources": ["10.0.0.0/8"]},
	] {
		not _overruled([object.union(_deny, it)], {})
	}
}

test_what_is_denied_without_ports_overrules_nothing if {
	every it in ["from_port", "to_port", "priority", "firewall", "protocol"] {
		not _overruled([object.remove(_deny, {it})], {})
	}
}

test_one_denial_counts_beside_another_without_ports if {
	_overruled([object.remove(_deny, {"from_port"}), _deny], {})
}
