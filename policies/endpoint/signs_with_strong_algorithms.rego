# METADATA
# title: Public DNS zones sign with algorithms that cannot be forged
# description: A signature that can be forged protects no answer.
# custom:
#   id: endpoint-signs-with-strong-algorithms
#   severity: medium
#   criteria:
#     - {id: CC6.7, aspect: transfer-rules, strength: primary, because: nobody can forge the signature that leads callers to the right server}
#   tests: design
#   reads: [role, signature_algorithms]
#   remediation:
#     terraform: "name `rsasha256` or `ecdsap256sha256` as `algorithm` in `default_key_specs`"
#   aliases:
#     checkov: [CKV_GCP_17]
#     trivy: [AVD-GCP-0012, GCP-0012]
#     tfsec: [google-dns-no-rsa-sha1]
#     kics: [ccc3100c-0fdd-4a5e-9908-c10107291860]
#     prowler: [dns_rsasha1_in_use_to_key_sign_in_dnssec, dns_rsasha1_in_use_to_zone_sign_in_dnssec]
#   since: "0.1.0"
package gapcheck.endpoint.signs_with_strong_algorithms

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	endpoint.role == "dns_zone"
}

deny contains {"subject": endpoint.id, "path": path, "message": message} if {
	some endpoint in input.endpoint
	endpoint.role == "dns_zone"
	some index, algorithm in endpoint.signature_algorithms
	algorithm == "rsasha1"
	path := ["signature_algorithms", sprintf("%d", [index])]
	message := sprintf("%s signs with an algorithm that can be forged", [endpoint.name])
}
