# METADATA
# title: Keys of Amazon wait two weeks or more before they are gone
# description: "What was encrypted with a key is lost with it; the time to notice is the waiting period."
# custom:
#   id: key-waits-before-it-is-gone
#   severity: low
#   criteria:
#     - {id: A1.2, aspect: backup, strength: supporting, because: data are not lost with a key that was deleted by mistake}
#   tests: design
#   reads: [form, deletion_window_days]
#   remediation:
#     cloudformation: "leave `PendingWindowInDays` out, or set it to 14 or more"
#     terraform: "leave `deletion_window_in_days` out, or set it to 14 or more"
#   since: "0.1.0"
package gapcheck.key.waits_before_it_is_gone

parameters := {"days": 14}

subjects contains key.id if {
	some key in input.key
	_in_scope(key)
}

deny contains {"subject": key.id, "path": ["deletion_window_days"], "message": message} if {
	some key in input.key
	_in_scope(key)
	key.deletion_window_days < parameters.days
	message := sprintf("%s is gone %d days after it is deleted", [key.name, key.deletion_window_days])
}

_in_scope(key) if {
	key.provider == "aws"
	key.form == "key"
}
