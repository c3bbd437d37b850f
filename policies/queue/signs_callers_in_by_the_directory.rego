# METADATA
# title: Message namespaces sign callers in by the directory only
# description: "A shared access key names nobody, ends never, and is copied into every program that sends."
# custom:
#   id: queue-signs-callers-in-by-the-directory
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: senders and receivers sign in as themselves}
#     - {id: PI1.2, aspect: input-authorization, strength: supporting, because: input comes from senders that are known}
#     - {id: CC6.2, aspect: standing-credentials, strength: supporting, because: no credential stands without end}
#   tests: design
#   reads: [local_auth]
#   remediation:
#     terraform: "set `local_auth_enabled = false` (Service Bus) or `local_authentication_enabled = false` (Event Hubs)"
#   aliases:
#     checkov: [CKV_AZURE_203]
#   since: "0.1.0"
package gapcheck.queue.signs_callers_in_by_the_directory

subjects contains queue.id if {
	some queue in input.queue
	is_boolean(queue.local_auth)
}

deny contains {"subject": queue.id, "path": ["local_auth"], "message": message} if {
	some queue in input.queue
	queue.local_auth == true
	message := sprintf("%s answers whoever holds a shared key", [queue.name])
}
