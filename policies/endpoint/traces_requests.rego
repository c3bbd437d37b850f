# METADATA
# title: API stages trace requests
# description: "A trace shows which service failed or answered strangely, across all that a request went through."
# custom:
#   id: endpoint-traces-requests
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: the way of a request is a source for finding what went wrong}
#     - {id: CC7.3, aspect: triage, strength: supporting, because: a suspected request can be followed through the services}
#   tests: design
#   reads: [tracing]
#   remediation:
#     cloudformation: "set `TracingEnabled: true` on the stage"
#     terraform: "set `xray_tracing_enabled = true` on the `aws_api_gateway_stage`"
#   aliases:
#     checkov: [CKV_AWS_73]
#     trivy: [AVD-AWS-0003, AWS-0003]
#     tfsec: [aws-api-gateway-enable-tracing]
#     kics: [4ab10c48-bedb-4deb-8f3b-ff12783b61de, 5813ef56-fa94-406a-b35d-977d4a56ff2b]
#   since: "0.1.0"
package gapcheck.endpoint.traces_requests

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	is_boolean(endpoint.tracing)
}

deny contains {"subject": endpoint.id, "path": ["tracing"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.tracing == false
	message := sprintf("%s traces no requests", [endpoint.name])
}
