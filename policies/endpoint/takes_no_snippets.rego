# METADATA
# title: "Ingresses put no text of their own into the proxy's configuration"
# description: Whoever may write an ingress can by a snippet read every secret that the controller holds (CVE-2021-25742).
# custom:
#   id: endpoint-takes-no-snippets
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: supporting, because: the certificates of all are not read by one}
#     - {id: CC6.8, aspect: pipeline-input, strength: supporting, because: text of others is not run by the proxy}
#   tests: design
#   reads: [role, snippets]
#   remediation:
#     kubernetes: "remove the annotations that end in `-snippet`, and switch `allow-snippet-annotations` off in the settings of the controller"
#   aliases:
#     checkov: [CKV_K8S_153]
#   since: "0.1.0"
package gapcheck.endpoint.takes_no_snippets

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	endpoint.role == "ingress"
}

deny contains {"subject": endpoint.id, "path": ["snippets", sprintf("%d", [index])], "message": message} if {
	some endpoint in input.endpoint
	endpoint.role == "ingress"
	some index, snippet in endpoint.snippets
	message := sprintf("%s puts text into the proxy's configuration: %s", [endpoint.name, snippet])
}
