package gapcheck.network_rule.opens_no_plain_text_ports_test

import data.gapcheck.network_rule.opens_no_plain_text_ports as policy

test_deny_each_port if {
	every it in [20, 21, 23, 80] {
		_denied({"from_port": it, "to_port": it}) == {["sources", "0"]}
	}
}

test_deny_each_protocol if {
	every it in ["tcp", "all"] {
		_denied({"protocol": it}) == {["sources", "0"]}
	}
}

test_deny_range_that_ends_there if _denied({"from_port": 79, "to_port": 80}) == {["sources", "0"]}

test_deny_range_that_begins_there if _denied({"from_port": 80, "to_port": 90}) == {["sources", "0"]}

test_allow_other_ports if {
	every it in [[81, 90], [24, 79], [443, 443], [1, 19], [22, 22]] {
		_denied({"from_port": it[0], "to_port": it[1]}) == set()
	}
}

test_allow_udp if _denied({"protocol": "udp"}) == set()

test_allow_missing if policy.deny == set() with input.network_rule as [{"id": "a", "name": "a"}]

test_allow_each_out_of_scope if {
	every it in [{"direction": "egress"}, {"action": "deny"}, {"enabled": false}, {"stateless": true}] {
		_denied(it) == set()
	}
}

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "direction": "ingress", "action": "allow"},
		{"id": "b", "direction": "egress", "action": "allow"},
		{"id": "c", "direction": "ingress", "action": "deny"},
		{"id": "d", "direction": "ingress", "action": "allow", "enabled": false},
		{"id": "e", "direction": "ingress", "action": "allow", "stateless": true},
	]
	policy.subjects == {"a"} with input.network_rule as population
}

test_deny_each_way_of_anywhere if {
	every it in ["0.0.0.0/0", "::/0", "*", "Internet", "Any"] {
		_denied({"sources": ["10.0.0.0/8", it]}) == {["sources", "1"]}
	}
}

test_allow_named_source if _denied({"sources": ["198.51.100.0/24"]}) == set()

test_allow_what_is_denied_before if {
	every denial in [{}, {"from_port": 80, "to_port": 80, "protocol": "tcp"}] {
		_beside(denial) == set()
	}
}

test_deny_what_is_denied_after_or_elsewhere if {
	every denial in [{"priority": 201}, {"firewall": "other"}, {"for_all": false}, {"from_port": 81}, {"to_port": 79}, {"protocol": "udp"}] {
		_beside(denial) == {["sources", "0"]}
	}
}

# What an opening is denied for, with a denial of everything beside it that differs so.
_beside(differing) := paths if {
	shared := {"firewall": "web", "direction": "ingress", "sources": ["*"], "for_all": true}
	opening := {"id": "a", "name": "a", "action": "allow", "priority": 200, "protocol": "tcp", "from_port": 80, "to_port": 80}
	all := {"id": "b", "name": "b", "action": "deny", "priority": 100, "protocol": "all", "from_port": 0, "to_port": 65535}
	denial := object.union(object.union(all, shared), differing)
	paths := {it.path | some it in policy.deny} with input.network_rule as [object.union(opening, shared), denial]
}

_denied(facts) := paths if {
	rule := {"direction": "ingress", "action": "allow", "protocol": "tcp", "from_port": 80, "to_port": 80, "sources": ["*"]}
	subject := object.union({"id": "a", "name": "a"}, object.union(rule, facts))
	paths := {it.path | some it in policy.deny} with input.network_rule as [subject]
}
