# METADATA
# title: Web application firewalls turn hostile requests away
# description: A firewall that only looks on, or is off, lets through what it was bought to stop.
# custom:
#   id: endpoint-turns-hostile-requests-away
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: application-firewall, strength: primary, because: the filter at the boundary acts and does not only watch}
#   tests: design
#   reads: [waf_mode, waf_enabled]
#   remediation:
#     terraform: "set `mode = \"Prevention\"` and `enabled = true` in the `policy_settings` of `azurerm_web_application_firewall_policy` or on the policy of the front door, and `firewall_mode = \"Prevention\"` in `waf_configuration`"
#   aliases:
#     checkov: [CKV_AZURE_122, CKV_AZURE_123]
#   since: "0.1.0"
package gapcheck.endpoint.turns_hostile_requests_away

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	endpoint.waf_mode
}

deny contains {"subject": endpoint.id, "path": ["waf_mode"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.waf_mode == "detection"
	message := sprintf("the web application firewall of %s lets hostile requests through", [endpoint.name])
}

deny contains {"subject": endpoint.id, "path": ["waf_enabled"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.waf_mode
	endpoint.waf_enabled == false
	message := sprintf("the web application firewall of %s is off", [endpoint.name])
}
