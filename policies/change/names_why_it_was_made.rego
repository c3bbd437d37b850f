# METADATA
# title: Changes name a request or a ticket
# description: Without a reference nobody can find out later who asked for a change and why it was let in.
# custom:
#   id: change-names-why-it-was-made
#   severity: low
#   criteria:
#     - {id: CC8.1, aspect: change-records, strength: primary, because: each change leads to the record of its request}
#     - {id: CC2.1, aspect: audit-records, strength: supporting, because: what was done and why can be told later}
#   tests: operating
#   reads: [by_program, is_first, request, ticket]
#   remediation:
#     git: "name the request or ticket in the message; `[history] reference` in gapcheck.toml says what yours look like"
#   since: "0.1.0"
package gapcheck.change.names_why_it_was_made

subjects contains change.id if {
	some change in input.change
	_was_asked_for(change)
}

deny contains {"subject": change.id, "path": ["ticket"], "message": message} if {
	some change in input.change
	_was_asked_for(change)
	not change.request
	not change.ticket
	message := sprintf("%s names neither a request nor a ticket", [change.name])
}

# Nobody asks for the beginning of a history, nor for what a program enters by itself.
_was_asked_for(change) if {
	not change.is_first
	not change.by_program
}
