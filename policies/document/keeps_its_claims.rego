# METADATA
# title: What documents claim of the configuration is so
# description: "A policy that the configuration does not keep is worse than none: people rely on it."
# custom:
#   id: document-keeps-its-claims
#   severity: high
#   criteria:
#     - {id: CC5.3, aspect: written-policies, strength: supporting, because: written rules and the configuration say the same}
#     - {id: CC4.1, aspect: continuous-monitoring, strength: supporting, because: the rules are held against the configuration at each scan}
#   tests: design
#   reads: [claims]
#   remediation:
#     documents: "change the setting, or the claim if it promises too much"
#   since: "0.1.0"
package gapcheck.document.keeps_its_claims

subjects contains document.id if {
	some document in input.document
	count(document.claims) > 0
}

deny contains {"subject": document.id, "path": ["claims", sprintf("%d", [number]), "held_against", sprintf("%d", [place]), "value"], "message": message} if {
	some document in input.document
	some number, claim in document.claims
	some place, answer in claim.held_against
	_breaks(claim, answer.value)
	message := sprintf("%s claims %s: %s, and %s has %v", [document.name, claim.claim, claim.written, answer.name, answer.value])
}

_breaks(claim, value) if {
	value < claim.at_least
	not value == claim.endless
}

_breaks(claim, value) if value > claim.at_most

_breaks(claim, value) if {
	value == claim.endless
	claim.at_most
}

_breaks(claim, value) if value != claim.exactly

_breaks(claim, value) if value != claim.is
