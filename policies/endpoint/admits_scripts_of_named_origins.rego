# METADATA
# title: Web apps admit scripts of named origins only
# description: A script of any page can otherwise call the application in the name of who looks at that page.
# custom:
#   id: endpoint-admits-scripts-of-named-origins
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: entry-points, strength: primary, because: pages of others cannot call the application}
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: who may call is named}
#   tests: design
#   reads: [cors_origins]
#   remediation:
#     terraform: "list the origins that are needed in `cors { allowed_origins = [...] }` in place of `*`"
#   aliases:
#     checkov: [CKV_AZURE_57, CKV_AZURE_62]
#   since: "0.1.0"
package gapcheck.endpoint.admits_scripts_of_named_origins

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	is_array(endpoint.cors_origins)
}

deny contains {"subject": endpoint.id, "path": ["cors_origins", sprintf("%d", [index])], "message": message} if {
	some endpoint in input.endpoint
	some index, origin in endpoint.cors_origins
	origin == "*"
	message := sprintf("%s admits scripts of every origin", [endpoint.name])
}
