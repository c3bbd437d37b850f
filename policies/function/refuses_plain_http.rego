# METADATA
# title: Functions that are called over HTTP refuse it in the clear
# description: Tokens and data of a call that travels in the clear can be read on the way.
# custom:
#   id: function-refuses-plain-http
#   severity: medium
#   criteria:
#     - {id: CC6.7, aspect: encryption-in-transit, strength: primary, because: calls and their answers travel encrypted}
#   tests: design
#   reads: [https_only]
#   remediation:
#     terraform: "set `https_trigger_security_level = \"SECURE_ALWAYS\"` on `google_cloudfunctions_function`"
#   aliases:
#     checkov: [CKV2_GCP_10]
#   since: "0.1.0"
package gapcheck.function.refuses_plain_http

subjects contains function.id if {
	some function in input.function
	is_boolean(function.https_only)
}

deny contains {"subject": function.id, "path": ["https_only"], "message": message} if {
	some function in input.function
	function.https_only == false
	message := sprintf("%s answers calls in the clear", [function.name])
}
