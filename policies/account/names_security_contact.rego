# METADATA
# title: A security contact has an address for alerts
# description: An alert that goes to nobody changes nothing.
# custom:
#   id: account-names-security-contact
#   severity: medium
#   criteria:
#     - {id: CC7.3, aspect: escalation, strength: primary, because: alerts must reach those who judge them}
#     - {id: CC4.2, aspect: reporting, strength: supporting, because: deficiencies reach those who must act}
#   tests: design
#   reads: [setting, contact_email]
#   remediation:
#     terraform: "set `email` on `azurerm_security_center_contact`"
#   aliases:
#     checkov: [CKV_AZURE_131]
#     trivy: [AVD-AZU-0062, AZU-0062]
#     kics: [34664094-59e0-4524-b69f-deaa1a68cce3]
#     prowler: [defender_additional_email_configured_with_a_security_contact]
#   since: "0.1.0"
package gapcheck.account.names_security_contact

subjects contains account.id if {
	some account in input.account
	account.setting == "security_contact"
}

deny contains {"subject": account.id, "path": ["contact_email"], "message": message} if {
	some account in input.account
	account.setting == "security_contact"
	_names_nobody(account)
	message := sprintf("%s names no address for alerts", [account.name])
}

_names_nobody(account) if not account.contact_email

_names_nobody(account) if account.contact_email == ""
