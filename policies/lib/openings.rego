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

# What turns everybody away, by the list it stands in.
_denials[firewall] contains [priority, protocol, from_port, to_port, lower(rule.sources[index])] if {
	some rule in input.network_rule
	rule.direction == "ingress"
	rule.action == "deny"
	rule.for_all == true
	not _is_off(rule)
	firewall := rule.firewall
	priority := rule.priority
	protocol := rule.protocol
	from_port := rule.from_port
	to_port := rule.to_port
	some index in everywhere(rule)
}

# Whether a rule that comes before this one turns away whoever comes from one of its sources to these ports.
is_overruled(rule, index, protocol, ports) if {
	some [priority, denied, from_port, to_port, source] in _denials[rule.firewall]
	priority <= rule.priority
	source in {"*", "any", "internet", lower(rule.sources[index])}
	denied in {"all", protocol}
	from_port <= ports[0]
	to_port >= ports[1]
}

# Whether a port lies among those of a rule.
reaches(rule, port) if {
	rule.protocol in {"tcp", "all"}
	rule.from_port <= port
	rule.to_port >= port
}
