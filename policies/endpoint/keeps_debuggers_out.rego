# METADATA
# title: Web apps let no debugger in from outside
# description: "A debugger stops the program, reads its memory and changes what it does."
# custom:
#   id: endpoint-keeps-debuggers-out
#   severity: high
#   criteria:
#     - {id: CC6.6, aspect: entry-points, strength: primary, because: no way in leads past the application}
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: memory of programs is not opened to outsiders}
#   tests: design
#   reads: [remote_debugging]
#   remediation:
#     terraform: "leave `remote_debugging_enabled` off"
#   aliases:
#     checkov: [CKV_AZURE_72, CKV_AZURE_155]
#   since: "0.1.0"
package gapcheck.endpoint.keeps_debuggers_out

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	is_boolean(endpoint.remote_debugging)
}

deny contains {"subject": endpoint.id, "path": ["remote_debugging"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.remote_debugging == true
	message := sprintf("%s lets a debugger in from outside", [endpoint.name])
}
