# METADATA
# title: A security contact has a number to call
# description: The provider calls where an intrusion cannot wait for a mail to be read.
# custom:
#   id: account-names-a-number-to-call
#   severity: low
#   criteria:
#     - {id: CC7.3, aspect: escalation, strength: supporting, because: urgent alerts reach a person at once}
#   tests: design
#   reads: [setting, contact_phone]
#   remediation:
#     terraform: "set `phone` on `azurerm_security_center_contact`"
#   aliases:
#     checkov: [CKV_AZURE_20]
#     trivy: [AVD-AZU-0046, AZU-0046]
#     tfsec: [azure-security-center-set-required-contact-details]
#   since: "0.1.0"
package gapcheck.account.names_a_number_to_call

subjects contains account.id if {
	some account in input.account
	account.setting == "security_contact"
}

deny contains {"subject": account.id, "path": ["contact_phone"], "message": message} if {
	some account in input.account
	account.setting == "security_contact"
	not account.contact_phone
	message := sprintf("%s names no number to call", [account.name])
}
