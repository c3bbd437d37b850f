# METADATA
# title: Web apps keep traces of failed requests
# description: Why a request failed is the first thing that an investigation asks.
# custom:
#   id: endpoint-keeps-traces-of-failures
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: what a request met on its way is recorded}
#     - {id: PI1.3, aspect: failure-handling, strength: supporting, because: failed processing can be looked into}
#   tests: design
#   reads: [failed_request_traces]
#   remediation:
#     terraform: "set `failed_request_tracing = true` in `logs`"
#   aliases:
#     checkov: [CKV_AZURE_66]
#   since: "0.1.0"
package gapcheck.endpoint.keeps_traces_of_failures

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	is_boolean(endpoint.failed_request_traces)
}

deny contains {"subject": endpoint.id, "path": ["failed_request_traces"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.failed_request_traces == false
	message := sprintf("%s keeps no traces of failed requests", [endpoint.name])
}
