# METADATA
# title: What listens refuses TLS older than 1.2
# description: "TLS 1.0 and 1.1 can be broken, and no client that is still supported needs them."
# custom:
#   id: endpoint-refuses-old-tls
#   severity: medium
#   criteria:
#     - {id: CC6.7, aspect: protocol-versions, strength: primary, because: encryption in motion must be of a kind that holds}
#   tests: design
#   reads: [min_tls]
#   remediation:
#     cloudformation: "set a current `SslPolicy` such as `ELBSecurityPolicy-TLS13-1-2-2021-06`, and `MinimumProtocolVersion: TLSv1.2_2021` with a certificate of yours"
#     terraform: "AWS: set a current `ssl_policy` such as `ELBSecurityPolicy-TLS13-1-2-2021-06`, and `minimum_protocol_version = \"TLSv1.2_2021\"` with a certificate of yours; Azure: `minimum_tls_version = \"1.2\"`; Google: a `google_compute_ssl_policy` with `min_tls_version = \"TLS_1_2\"`"
#   aliases:
#     checkov: [CKV_AWS_103, CKV_AWS_174, CKV_AZURE_15, CKV_AZURE_145, CKV_AZURE_154, CKV_AWS_206, CKV_AWS_213]
#     trivy: [AVD-AWS-0047, AWS-0047, AVD-AWS-0013, AWS-0013, AVD-AZU-0006, AZU-0006, AVD-GCP-0039, GCP-0039,
#       AVD-AWS-0005, AWS-0005]
#     tfsec: [aws-elb-use-secure-tls-policy, aws-cloudfront-use-secure-tls-policy,
#       azure-appservice-use-secure-tls-policy, google-compute-use-secure-tls-policy,
#       aws-api-gateway-use-secure-tls-policy]
#     kics: [00e5e55e-c2ff-46b3-a757-a7a1cd802456, b7b9d1c7-2d3b-49b4-b867-ebbe68d0b643,
#       45fc717a-bd86-415c-bdd8-677901be1aa6, 14a457f0-473d-4d1d-9e37-6d99b355b336,
#       dc17ee4b-ddf2-4e23-96e8-7a36abad1303, 8275fab0-68ec-4705-bbf4-86975edb170e,
#       126c1788-23c2-4a10-906c-ef179f4f96ec, 61a94903-3cd3-4780-88ec-fc918819b9c8]
#     prowler: [app_minimum_tls_version_12]
#   since: "0.1.0"
package gapcheck.endpoint.refuses_old_tls

_old := {"1.0", "1.1"}

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	endpoint.min_tls
}

deny contains {"subject": endpoint.id, "path": ["min_tls"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.min_tls in _old
	message := sprintf("%s accepts TLS %s", [endpoint.name, endpoint.min_tls])
}
