# METADATA
# title: New projects get no default network
# description: "Its rules let SSH, RDP and everything inside through, and nobody decided so."
# custom:
#   id: account-makes-no-default-network
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: firewall-rules, strength: primary, because: only networks that somebody laid out are open}
#     - {id: CC6.1, aspect: segmentation, strength: supporting, because: machines are put into a network on purpose}
#   tests: design
#   reads: [default_network]
#   remediation:
#     terraform: "set `auto_create_network = false` on `google_project`"
#   aliases:
#     checkov: [CKV_GCP_27]
#     trivy: [AVD-GCP-0010, GCP-0010]
#     tfsec: [google-iam-no-default-network]
#     kics: [59571246-3f62-4965-a96f-c7d97e269351]
#     prowler: [compute_network_default_in_use]
#   since: "0.1.0"
package gapcheck.account.makes_no_default_network

subjects contains account.id if {
	some account in input.account
	is_boolean(account.default_network)
}

deny contains {"subject": account.id, "path": ["default_network"], "message": message} if {
	some account in input.account
	account.default_network == true
	message := sprintf("%s gets a network with open rules", [account.name])
}
