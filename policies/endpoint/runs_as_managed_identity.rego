# METADATA
# title: Web apps and managed services sign in to others as an identity that the platform keeps
# description: "Without one, passwords and keys for other services end up in settings."
# custom:
#   id: endpoint-runs-as-managed-identity
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: supporting, because: no password for other services has to be kept}
#     - {id: CC6.2, aspect: standing-credentials, strength: supporting, because: credentials are renewed by the platform}
#   tests: design
#   reads: [managed_identity]
#   remediation:
#     terraform: "add an `identity` block with `type = \"SystemAssigned\"` or `\"UserAssigned\"`"
#   aliases:
#     checkov: [CKV_AZURE_16, CKV_AZURE_71,
#       CKV_AZURE_176, CKV_AZURE_181, CKV_AZURE_191, CKV_AZURE_194, CKV_AZURE_207, CKV_AZURE_238]
#     trivy: [AVD-AZU-0002, AZU-0002]
#     tfsec: [azure-appservice-account-identity-registered]
#     kics: [b61cce4b-0cc4-472b-8096-15617a6d769b, c87749b3-ff10-41f5-9df2-c421e8151759]
#     prowler: [app_register_with_identity, app_function_identity_is_configured]
#   since: "0.1.0"
package gapcheck.endpoint.runs_as_managed_identity

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	is_boolean(endpoint.managed_identity)
}

deny contains {"subject": endpoint.id, "path": ["managed_identity"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.managed_identity == false
	message := sprintf("%s has no identity of its own", [endpoint.name])
}
