# METADATA
# title: Defender plans are on for what they name
# description: The free tier looks at settings only; attacks and weaknesses on the resources themselves go unseen.
# custom:
#   id: monitor-pays-for-defender-plans
#   severity: high
#   criteria:
#     - {id: CC7.1, aspect: vulnerability-scanning, strength: primary, because: plans look for weaknesses in what runs}
#     - {id: CC7.2, aspect: detection, strength: supporting, because: plans alert on attacks}
#     - {id: CC6.8, aspect: detection, strength: supporting, because: plans notice malicious software}
#   tests: design
#   reads: [watch, tier]
#   remediation:
#     terraform: "set `tier = \"Standard\"`"
#   aliases:
#     checkov: [CKV_AZURE_19, CKV_AZURE_55, CKV_AZURE_61, CKV_AZURE_69, CKV_AZURE_84, CKV_AZURE_85, CKV_AZURE_87,
#       CKV_AZURE_79, CKV_AZURE_86, CKV_AZURE_234]
#     trivy: [AVD-AZU-0045, AZU-0045]
#     tfsec: [azure-security-center-enable-standard-subscription]
#     kics: [819d50fd-1cdf-45c3-9936-be408aaad93e]
#     prowler: [defender_ensure_defender_for_server_is_on, defender_ensure_defender_for_app_services_is_on,
#       defender_ensure_defender_for_azure_sql_databases_is_on, defender_ensure_defender_for_storage_is_on,
#       defender_ensure_defender_for_containers_is_on, defender_ensure_defender_for_keyvault_is_on]
#   since: "0.1.0"
package gapcheck.monitor.pays_for_defender_plans

subjects contains monitor.id if {
	some monitor in input.monitor
	monitor.watch == "defender_plan"
}

deny contains {"subject": monitor.id, "path": ["tier"], "message": message} if {
	some monitor in input.monitor
	monitor.watch == "defender_plan"
	monitor.tier != "Standard"
	message := sprintf("%s stays on the tier %s", [monitor.name, monitor.tier])
}
