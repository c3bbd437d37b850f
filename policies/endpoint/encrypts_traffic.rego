# METADATA
# title: "What listens speaks TLS, and plain requests are only sent on to it"
# description: What crosses a network in plain text can be read and changed on the way.
# custom:
#   id: endpoint-encrypts-traffic
#   severity: high
#   criteria:
#     - {id: CC6.7, aspect: encryption-in-transit, strength: primary, because: data in motion to clients must be encrypted}
#     - {id: CC6.6, aspect: entry-points, strength: supporting, because: the boundary must not accept plain requests}
#   tests: design
#   reads: [tls, redirects_to_https]
#   remediation:
#     kubernetes: "list every host under `spec.tls` of the Ingress with a certificate; give gateways listeners with `protocol: HTTPS`, and let plain ones only redirect; put such an entrance before a Service of type `LoadBalancer`, or a certificate on it"
#     cloudformation: "use `HTTPS` or `TLS` listeners, let `HTTP` ones redirect with `RedirectConfig: {Protocol: HTTPS}`, set `ViewerProtocolPolicy: redirect-to-https`, and leave `FTP` out of `Protocols` of file servers"
#     openapi: "write addresses of `servers` with `https://`; in Swagger 2, `schemes: [https]`"
#     terraform: "AWS: use `HTTPS` or `TLS` listeners, let `HTTP` ones redirect with `protocol = \"HTTPS\"`, set `viewer_protocol_policy = \"redirect-to-https\"`, and leave `FTP` out of `protocols` of `aws_transfer_server`; Azure: `https_only = true`; Google: use a `google_compute_target_https_proxy`"
#   aliases:
#     checkov: [CKV_AWS_2, CKV_AWS_376, CKV2_AWS_20, CKV_AWS_34, CKV_AZURE_14, CKV_AZURE_70, CKV_OPENAPI_7,
#       CKV_OPENAPI_18, CKV_AZURE_153, CKV_AWS_357]
#     trivy: [AVD-AWS-0054, AWS-0054, AVD-AWS-0012, AWS-0012, AVD-AZU-0004, AZU-0004, AVD-AZU-0072, AZU-0072]
#     tfsec: [aws-elb-http-not-used, azure-appservice-enforce-https]
#     kics: [de7f5e83-da88-4046-871f-ea18504b1d43, 55af1353-2f62-4fa0-a8e1-a210ca2708f5,
#       11e9a948-c6c3-4a0f-8dcf-b5cf1763cdbe, 2d8c175a-6d90-412b-8b0e-e034ea49a1fe,
#       9670f240-7b4d-4955-bd93-edaa9fa38b58, 275a3217-ca37-40c1-a6cf-bb57d245ab32,
#       31733ee2-fef0-4e87-9778-65da22a8ecf1, 80908a75-586b-4c61-ab04-490f4f4525b8,
#       a6847dc6-f4ea-45ac-a81f-93291ae6c573, f30ee711-0082-4480-85ab-31d922d9a2b2]
#     prowler: [elbv2_ssl_listeners, elb_ssl_listeners, cloudfront_distributions_https_enabled,
#       app_ensure_http_is_redirected_to_https, app_function_ensure_http_is_redirected_to_https]
#     powerpipe: [elb_application_lb_redirect_http_request_to_https, elb_classic_lb_use_tls_https_listeners,
#       cloudfront_distribution_encryption_in_transit_enabled]
#   since: "0.1.0"
package gapcheck.endpoint.encrypts_traffic

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	is_boolean(endpoint.tls)
}

deny contains {"subject": endpoint.id, "path": ["tls"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.tls == false
	not _redirects(endpoint)
	message := sprintf("%s accepts plain text", [endpoint.name])
}

_redirects(endpoint) if endpoint.redirects_to_https == true
