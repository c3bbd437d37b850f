# METADATA
# title: Public DNS zones sign their answers
# description: "An answer that nobody signed can be forged, and leads callers to another server."
# custom:
#   id: endpoint-signs-its-names
#   severity: medium
#   criteria:
#     - {id: CC6.7, aspect: transfer-rules, strength: primary, because: callers are led to the right server}
#     - {id: CC6.6, aspect: entry-points, strength: supporting, because: nobody can put another entrance in the place of a known one}
#   tests: design
#   reads: [role, signs_names]
#   remediation:
#     terraform: "set `dnssec_config { state = \"on\" }`"
#   aliases:
#     checkov: [CKV_GCP_16]
#     trivy: [AVD-GCP-0013, GCP-0013]
#     tfsec: [google-dns-enable-dnssec]
#     kics: [5ef61c88-bbb4-4725-b1df-55d23c9676bb]
#     prowler: [dns_dnssec_disabled]
#   since: "0.1.0"
package gapcheck.endpoint.signs_its_names

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	endpoint.role == "dns_zone"
}

deny contains {"subject": endpoint.id, "path": ["signs_names"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.role == "dns_zone"
	endpoint.signs_names == false
	message := sprintf("%s does not sign its answers", [endpoint.name])
}
