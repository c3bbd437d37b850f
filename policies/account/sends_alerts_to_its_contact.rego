# METADATA
# title: Alerts of high severity are sent to the security contact
# description: An alert that goes to nobody changes nothing.
# custom:
#   id: account-sends-alerts-to-its-contact
#   severity: medium
#   criteria:
#     - {id: CC7.3, aspect: escalation, strength: primary, because: what is noticed is told to who judges it}
#     - {id: CC4.2, aspect: reporting, strength: supporting, because: deficiencies are told without being asked for}
#   tests: design
#   reads: [alert_notifications]
#   remediation:
#     terraform: "set `alert_notifications = true` on `azurerm_security_center_contact`"
#   aliases:
#     checkov: [CKV_AZURE_21]
#     trivy: [AVD-AZU-0044, AZU-0044, AVD-AZU-0063, AZU-0063]
#     tfsec: [azure-security-center-alert-on-severe-notifications]
#     kics: [9db38e87-f6aa-4b5e-a1ec-7266df259409]
#     prowler: [defender_ensure_notify_alerts_severity_is_high]
#   since: "0.1.0"
package gapcheck.account.sends_alerts_to_its_contact

subjects contains account.id if {
	some account in input.account
	is_boolean(account.alert_notifications)
}

deny contains {"subject": account.id, "path": ["alert_notifications"], "message": message} if {
	some account in input.account
	account.alert_notifications == false
	message := sprintf("%s sends no alerts", [account.name])
}
