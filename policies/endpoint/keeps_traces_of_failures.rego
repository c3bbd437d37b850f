# METADATA
# title: Web apps keep the messages and traces of failed requests
# description: Why a request failed is the first thing that an investigation asks.
# custom:
#   id: endpoint-keeps-traces-of-failures
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: failures are recorded}
#     - {id: PI1.3, aspect: failure-handling, strength: supporting, because: failed processing can be looked into}
#   tests: design
#   reads: [detailed_errors, failed_request_traces]
#   remediation:
#     terraform: "set `detailed_error_messages = true` and `failed_request_tracing = true` in `logs`"
#   aliases:
#     checkov: [CKV_AZURE_65, CKV_AZURE_66]
#   since: "0.1.0"
package gapcheck.endpoint.keeps_traces_of_failures

_faults := {
	"detailed_errors": "keeps no detailed messages of failed requests",
	"failed_request_traces": "keeps no traces of failed requests",
}

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	some fact, _ in _faults
	is_boolean(endpoint[fact])
}

deny contains {"subject": endpoint.id, "path": [fact], "message": message} if {
	some endpoint in input.endpoint
	some fact, fault in _faults
	endpoint[fact] == false
	message := sprintf("%s %s", [endpoint.name, fault])
}
