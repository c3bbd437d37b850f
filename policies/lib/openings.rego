# Openings in firewalls: whom they let in, and to which ports.
package gapcheck.lib.openings

# How the providers write every address there is.
_anywhere := {"0.0.0.0/0", "::/0", "*", "internet", "any"}

# Whether a rule that is on lets anybody in. Lists without a state also hold the way back of what was asked from inside.
admits(rule) if {
	rule.direction == "ingress"
	rule.action == "allow"
	not _is_off(rule)
	not rule.stateless
}

_is_off(rule) if rule.enabled == false

# Places of the sources that are every address.
everywhere(rule) := {index |
	some index, source in rule.sources
	lower(source) in _anywhere
}

# Whether a port lies among those of a rule.
reaches(rule, port) if {
	rule.protocol in {"tcp", "all"}
	rule.from_port <= port
	rule.to_port >= port
}
