# METADATA
# title: TLS policies offer strong ciphers only
# description: Without forward secrecy a key that leaks once opens all that was recorded before.
# custom:
#   id: endpoint-offers-strong-ciphers
#   severity: medium
#   criteria:
#     - {id: CC6.7, aspect: protocol-versions, strength: primary, because: what travels cannot be read later by whoever recorded it}
#   tests: design
#   reads: [weak_ciphers, min_tls]
#   remediation:
#     cloudformation: "leave weak ciphers out of the `Attributes` of an `SSLNegotiationPolicyType`"
#     terraform: "AWS: leave weak ciphers out of the `policy_attribute` blocks of `aws_load_balancer_policy`; Google: set `profile = \"MODERN\"` or `\"RESTRICTED\"` on `google_compute_ssl_policy`, or leave `TLS_RSA_` ciphers out of `custom_features`"
#   aliases:
#     kics: [4a800e14-c94a-442d-9067-5a2e9f6c0a4c, 809f77f8-d10e-4842-a84f-3be7b6ff1190]
#     checkov: [CKV_GCP_4]
#   since: "0.1.0"
package gapcheck.endpoint.offers_strong_ciphers

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	is_array(endpoint.weak_ciphers)
}

deny contains {"subject": endpoint.id, "path": ["weak_ciphers", sprintf("%d", [index])], "message": message} if {
	some endpoint in input.endpoint
	some index, cipher in endpoint.weak_ciphers
	message := sprintf("%s offers weak ciphers, by %s", [endpoint.name, cipher])
}

# An old version has no strong ciphers to offer.
deny contains {"subject": endpoint.id, "path": ["min_tls"], "message": message} if {
	some endpoint in input.endpoint
	is_array(endpoint.weak_ciphers)
	endpoint.min_tls in {"1.0", "1.1"}
	message := sprintf("%s offers the ciphers of TLS %s", [endpoint.name, endpoint.min_tls])
}
