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
