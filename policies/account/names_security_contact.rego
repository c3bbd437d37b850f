# METADATA
# title: Alerts of high severity reach a security contact and the owners
# description: An alert that goes to nobody changes nothing.
# custom:
#   id: account-names-security-contact
#   severity: medium
#   criteria:
#     - {id: CC7.3, aspect: escalation, strength: primary, because: alerts must reach those who judge them}
#     - {id: CC4.2, aspect: reporting, strength: supporting, because: deficiencies reach those who must act}
#   tests: design
#   reads: [setting, contact_email, alert_notifications, alerts_to_admins]
#   remediation:
#     terraform: "set `email`, `alert_notifications = true` and `alerts_to_admins = true`"
#   aliases:
#     checkov: [CKV_AZURE_20, CKV_AZURE_21, CKV_AZURE_131]
#     trivy: [AVD-AZU-0044, AVD-AZU-0062, AVD-AZU-0063, AZU-0044, AZU-0046, AZU-0062, AZU-0063]
#     tfsec: [azure-security-center-alert-on-severe-notifications, azure-security-center-set-required-contact-details]
#     kics: [9db38e87-f6aa-4b5e-a1ec-7266df259409, 34664094-59e0-4524-b69f-deaa1a68cce3]
#     prowler: [defender_additional_email_configured_with_a_security_contact,
#       defender_ensure_notify_alerts_severity_is_high, defender_ensure_notify_emails_to_owners]
#   since: "0.1.0"
package gapcheck.account.names_security_contact

subjects contains account.id if {
	some account in input.account
	account.setting == "security_contact"
}

deny contains {"subject": account.id, "path": ["contact_email"], "message": message} if {
	some account in input.account
	account.setting == "security_contact"
	not account.contact_email
	message := sprintf("%s names no address for alerts", [account.name])
}

deny contains {"subject": account.id, "path": [fact], "message": message} if {
	some account in input.account
	account.setting == "security_contact"
	some fact, fault in {"alert_notifications": "sends no alerts", "alerts_to_admins": "leaves the owners out"}
	account[fact] == false
	message := sprintf("%s %s", [account.name, fault])
}
