# METADATA
# title: Network interfaces take no traffic that is meant for others
# description: An interface that forwards can listen to what passes and lead around the firewall.
# custom:
#   id: network-lets-interfaces-forward-nothing
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: primary, because: traffic goes the ways that the network lays out}
#   tests: design
#   reads: [ip_forwarding]
#   remediation:
#     terraform: "leave `ip_forwarding_enabled` off (`enable_ip_forwarding` before version 4), but on machines whose work is routing"
#   aliases:
#     checkov: [CKV_AZURE_118]
#     trivy: [AVD-AZU-0075, AZU-0075]
#     kics: [4216ebac-d74c-4423-b437-35025cb88af5]
#   since: "0.1.0"
package gapcheck.network.lets_interfaces_forward_nothing

subjects contains network.id if {
	some network in input.network
	is_boolean(network.ip_forwarding)
}

deny contains {"subject": network.id, "path": ["ip_forwarding"], "message": message} if {
	some network in input.network
	network.ip_forwarding == true
	message := sprintf("%s takes traffic that is meant for others", [network.name])
}
