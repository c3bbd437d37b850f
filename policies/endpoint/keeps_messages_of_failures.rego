# METADATA
# title: Web apps keep detailed messages of failed requests
# description: What a failed request was told is hidden from callers, so that it must be kept for who looks into it.
# custom:
#   id: endpoint-keeps-messages-of-failures
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: what a failed request was told is recorded}
#     - {id: PI1.3, aspect: failure-handling, strength: supporting, because: a failure can be explained afterwards}
#   tests: design
#   reads: [detailed_errors]
#   remediation:
#     terraform: "set `detailed_error_messages = true` in `logs`"
#   aliases:
#     checkov: [CKV_AZURE_65]
#   since: "0.1.0"
package gapcheck.endpoint.keeps_messages_of_failures

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	is_boolean(endpoint.detailed_errors)
}

deny contains {"subject": endpoint.id, "path": ["detailed_errors"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.detailed_errors == false
	message := sprintf("%s keeps no detailed messages of failed requests", [endpoint.name])
}
