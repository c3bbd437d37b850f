# METADATA
# title: Web apps let the platform sign callers in
# description: What the platform refuses never reaches the program; a program that signs in by itself can forget a path.
# custom:
#   id: endpoint-lets-the-platform-sign-callers-in
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: callers are known before the program sees them}
#   tests: design
#   reads: [platform_sign_in]
#   remediation:
#     terraform: "add `auth_settings_v2 { auth_enabled = true }`, or waive it where the program signs callers in by itself"
#   aliases:
#     checkov: [CKV_AZURE_13, CKV_AZURE_56]
#     trivy: [AVD-AZU-0003, AZU-0003]
#     tfsec: [azure-appservice-authentication-enabled]
#     kics: [c7fc1481-2899-4490-bbd8-544a3a61a2f3, e65a0733-94a0-4826-82f4-df529f4c593f]
#     prowler: [app_ensure_auth_is_set_up]
#   since: "0.1.0"
package gapcheck.endpoint.lets_the_platform_sign_callers_in

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	is_boolean(endpoint.platform_sign_in)
}

deny contains {"subject": endpoint.id, "path": ["platform_sign_in"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.platform_sign_in == false
	message := sprintf("%s lets everybody through to the program", [endpoint.name])
}
