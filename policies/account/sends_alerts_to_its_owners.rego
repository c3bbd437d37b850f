# METADATA
# title: Alerts of high severity are sent to the owners as well
# description: A contact on leave is one mailbox; the owners are several.
# custom:
#   id: account-sends-alerts-to-its-owners
#   severity: low
#   criteria:
#     - {id: CC7.3, aspect: escalation, strength: supporting, because: alerts reach more than one person}
#   tests: design
#   reads: [alerts_to_admins]
#   remediation:
#     terraform: "set `alerts_to_admins = true` on `azurerm_security_center_contact`"
#   aliases:
#     checkov: [CKV_AZURE_22]
#     prowler: [defender_ensure_notify_emails_to_owners]
#   since: "0.1.0"
package gapcheck.account.sends_alerts_to_its_owners

subjects contains account.id if {
	some account in input.account
	is_boolean(account.alerts_to_admins)
}

deny contains {"subject": account.id, "path": ["alerts_to_admins"], "message": message} if {
	some account in input.account
	account.alerts_to_admins == false
	message := sprintf("%s leaves the owners out", [account.name])
}
