# METADATA
# title: Machines take no traffic that is meant for others
# description: A machine that forwards can listen to what passes and lead around the firewall.
# custom:
#   id: machine-forwards-no-traffic
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: primary, because: traffic goes the ways that the network lays out}
#   tests: design
#   reads: [ip_forwarding]
#   remediation:
#     terraform: "leave `can_ip_forward` off, but on machines whose work is routing"
#   aliases:
#     checkov: [CKV_GCP_36]
#     trivy: [AVD-GCP-0043, GCP-0043]
#     tfsec: [google-compute-no-ip-forwarding]
#     kics: [f34c0c25-47b4-41eb-9c79-249b4dd47b89]
#     prowler: [compute_instance_ip_forwarding_is_enabled]
#   since: "0.1.0"
package gapcheck.machine.forwards_no_traffic

subjects contains machine.id if {
	some machine in input.machine
	is_boolean(machine.ip_forwarding)
}

deny contains {"subject": machine.id, "path": ["ip_forwarding"], "message": message} if {
	some machine in input.machine
	machine.ip_forwarding == true
	message := sprintf("%s takes traffic that is meant for others", [machine.name])
}
