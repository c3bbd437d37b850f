# METADATA
# title: Operations describe how they succeed
# description: Without it nobody can tell a request that was carried out from one that was lost.
# custom:
#   id: endpoint-tells-how-it-succeeds
#   severity: low
#   criteria:
#     - {id: PI1.4, aspect: output-definition, strength: primary, because: clients know the answer that means that their request was carried out}
#     - {id: PI1.1, aspect: interface-specification, strength: supporting, because: the description says what an operation gives}
#   tests: design
#   reads: [role, http_method, responses]
#   remediation:
#     openapi: "add the response of success: `200`, `201`, `202` or `204`"
#   aliases:
#     kics: [
#       3b497874-ae59-46dd-8d72-1868a3b8f150,
#       ad432855-b7fb-4429-92a3-93b5ce34f0b1,
#       b2f275be-7d64-4064-b418-be6b431363a7,
#       9b633f3b-c94b-4fbb-a65b-1a4e9134fb63,
#       3b066059-f411-4554-ac8d-96f32bff90da,
#       4f0b30e3-a498-4dd7-b3f2-f4b6471a8d5a,
#       1908a8ee-927d-4166-8f18-241152170cc1,
#       f36e87cc-a209-4f37-8571-66833e4aead7,
#       f368dd2d-9344-4146-a05b-7c6faa1269ad,
#       9fedee41-2e6d-4091-b011-4a16b4c18c70,
#       60b5f56b-66ff-4e1c-9b62-5753e16825bc,
#       965a043f-5f3c-4d0a-be72-d9ce12fdb4d6
#     ]
#   since: "0.1.0"
package gapcheck.endpoint.tells_how_it_succeeds

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	_in_scope(endpoint)
}

deny contains {"subject": endpoint.id, "path": ["responses"], "message": message} if {
	some endpoint in input.endpoint
	_in_scope(endpoint)
	not _succeeds(endpoint)
	message := sprintf("%s does not say how it succeeds", [endpoint.name])
}

_succeeds(endpoint) if {
	some status in endpoint.responses
	status in _success[endpoint.http_method]
}

# Range codes stand for each status in them.
_succeeds(endpoint) if "2XX" in endpoint.responses

# What only reads creates nothing, and has something to say.
_success := {
	"DELETE": {"200", "201", "202", "204"},
	"GET": {"200", "202"},
	"HEAD": {"200", "202"},
	"PATCH": {"200", "201", "202", "204"},
	"POST": {"200", "201", "202", "204"},
	"PUT": {"200", "201", "202", "204"},
}

_in_scope(endpoint) if {
	endpoint.role == "api_method"
	_success[endpoint.http_method]
	is_array(endpoint.responses)
}
