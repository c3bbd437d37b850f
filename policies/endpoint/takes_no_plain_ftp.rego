# METADATA
# title: Web apps take no files over plain FTP
# description: A password for FTP that travels in the clear lets whoever hears it replace the program.
# custom:
#   id: endpoint-takes-no-plain-ftp
#   severity: high
#   criteria:
#     - {id: CC6.7, aspect: encryption-in-transit, strength: primary, because: programs and passwords do not travel in the clear}
#     - {id: CC8.1, aspect: deployment, strength: supporting, because: programs arrive by the ways that are watched}
#   tests: design
#   reads: [ftps_state]
#   remediation:
#     terraform: "set `ftps_state = \"Disabled\"` or `\"FtpsOnly\"` in `site_config`"
#   aliases:
#     checkov: [CKV_AZURE_78]
#     trivy: [AVD-AZU-0071, AZU-0071]
#     kics: [85da374f-b00f-4832-9d44-84a1ca1e89f8, 9dab0179-433d-4dff-af8f-0091025691df]
#     prowler: [app_ftp_deployment_disabled]
#   since: "0.1.0"
package gapcheck.endpoint.takes_no_plain_ftp

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	endpoint.ftps_state
}

deny contains {"subject": endpoint.id, "path": ["ftps_state"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.ftps_state == "AllAllowed"
	message := sprintf("%s takes files over plain FTP", [endpoint.name])
}
