# METADATA
# title: Default service accounts give pods no token
# description: "Every pod that names no account gets the token of the default one, and with it whatever that account may do."
# custom:
#   id: resource-gives-no-token-to-default-accounts
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: a pod gets credentials only where somebody meant it to}
#     - {id: CC6.3, aspect: least-privilege, strength: supporting, because: most pods need no access to the API}
#   tests: design
#   reads: [kind, metadata, automount_service_account_token]
#   remediation:
#     kubernetes: "set `automountServiceAccountToken: false` on the account `default`"
#   aliases:
#     checkov: [CKV_K8S_41]
#     kics: [737a0dd9-0aaa-4145-8118-f01778262b8a,
#       b93e973e-9066-4455-a63b-c1c0e1ec3a48]
#   since: "0.1.0"
package gapcheck.resource.gives_no_token_to_default_accounts

subjects contains resource.id if {
	some resource in input.resource
	_in_scope(resource)
}

deny contains {"subject": resource.id, "path": ["automount_service_account_token"], "message": message} if {
	some resource in input.resource
	_in_scope(resource)
	not resource.automount_service_account_token == false
	message := sprintf("the account %s gives its token to every pod that names no other", [resource.name])
}

_in_scope(resource) if {
	resource.kind == "ServiceAccount"
	resource.metadata.name == "default"
}
