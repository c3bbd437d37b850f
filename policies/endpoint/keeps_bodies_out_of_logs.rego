# METADATA
# title: APIs do not write whole requests and responses to their logs
# description: "Bodies carry personal and confidential data, and everybody who reads the log then reads them too."
# custom:
#   id: endpoint-keeps-bodies-out-of-logs
#   severity: medium
#   criteria:
#     - {id: C1.1, aspect: protection, strength: primary, because: confidential data do not spread into logs}
#     - {id: CC7.2, aspect: log-protection, strength: supporting, because: a log that holds no secrets can be read by those who need it}
#   tests: design
#   reads: [data_trace]
#   remediation:
#     cloudformation: "set `DataTraceEnabled: false` in `MethodSettings` or `DefaultRouteSettings`"
#     terraform: "set `data_trace_enabled = false` in `settings` or `default_route_settings`"
#   aliases:
#     checkov: [CKV_AWS_276]
#   since: "0.1.0"
package gapcheck.endpoint.keeps_bodies_out_of_logs

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	is_boolean(endpoint.data_trace)
}

deny contains {"subject": endpoint.id, "path": ["data_trace"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.data_trace == true
	message := sprintf("%s writes whole requests and responses to its log", [endpoint.name])
}
