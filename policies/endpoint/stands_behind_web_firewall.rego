# METADATA
# title: Front doors to the internet stand behind a web application firewall
# description: Requests that exploit known weaknesses are turned away before they reach the application.
# custom:
#   id: endpoint-stands-behind-web-firewall
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: application-firewall, strength: primary, because: hostile requests are filtered at the boundary}
#   tests: design
#   reads: [public, supports_waf, waf]
#   remediation:
#     cloudformation: "add an `AWS::WAFv2::WebACLAssociation` for the load balancer or the stage, or set `WebACLId` on the distribution"
#     terraform: "AWS: add an `aws_wafv2_web_acl_association` for the load balancer or the stage; Azure: use a WAF tier with `firewall_policy_id`"
#   aliases:
#     checkov: [CKV2_AWS_28, CKV_AZURE_120, CKV_AZURE_121, CKV_AWS_68, CKV2_AWS_33, CKV2_AWS_29]
#     kics: [0afa6ab8-a047-48cf-be07-93a2f8c34cf7, 2e48d91c-50e4-45c8-9312-27b625868a72,
#       105ba098-1e34-48cd-b0f2-a8a43a51bf9b, 835a4f2f-df43-437d-9943-545ccfc55961,
#       1419b4c6-6d5c-4534-9cf6-6a5266085333, 0f139403-303f-467c-96bd-e717e6cfd62d]
#     prowler: [elbv2_waf_acl_attached, cloudfront_distributions_using_waf]
#     powerpipe: [elb_application_lb_waf_enabled]
#     trivy: [AVD-AWS-0011, AWS-0011]
#     tfsec: [aws-cloudfront-enable-waf]
#   since: "0.1.0"
package gapcheck.endpoint.stands_behind_web_firewall

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	_in_scope(endpoint)
}

deny contains {"subject": endpoint.id, "path": ["waf"], "message": message} if {
	some endpoint in input.endpoint
	_in_scope(endpoint)
	endpoint.waf == false
	message := sprintf("%s has no web application firewall before it", [endpoint.name])
}

_in_scope(endpoint) if {
	endpoint.public == true
	endpoint.supports_waf == true
}
