# METADATA
# title: Message namespaces accept TLS 1.2 or newer only
# description: Older versions have known weaknesses that let an attacker on the way read traffic.
# custom:
#   id: queue-accepts-modern-tls-only
#   severity: medium
#   criteria:
#     - {id: CC6.7, aspect: protocol-versions, strength: primary, because: only versions without known weaknesses are spoken}
#   tests: design
#   reads: [min_tls]
#   remediation:
#     terraform: "set `minimum_tls_version = \"1.2\"`, or leave it out"
#   aliases:
#     checkov: [CKV_AZURE_205, CKV_AZURE_223]
#   since: "0.1.0"
package gapcheck.queue.accepts_modern_tls_only

subjects contains queue.id if {
	some queue in input.queue
	queue.min_tls
}

deny contains {"subject": queue.id, "path": ["min_tls"], "message": message} if {
	some queue in input.queue
	queue.min_tls in {"1.0", "1.1"}
	message := sprintf("%s accepts TLS %s", [queue.name, queue.min_tls])
}
