# METADATA
# title: Databases have no address on the internet
# description: A database that the internet can reach is one leaked or guessed password away from a breach.
# custom:
#   id: database-stays-off-the-internet
#   severity: critical
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: primary, because: records are reached from inside only}
#     - {id: CC6.1, aspect: segmentation, strength: supporting, because: stores of data are kept apart from the public network}
#   tests: design
#   reads: [public]
#   remediation:
#     cloudformation: "set `PubliclyAccessible: false`, or `VPCOptions` (OpenSearch)"
#     terraform: "set `publicly_accessible = false` (AWS), `public_network_access_enabled = false` or a `delegated_subnet_id` (Azure), `ipv4_enabled = false` (Google), `vpc_options` (OpenSearch)"
#   aliases:
#     checkov: [CKV_AWS_17, CKV_AWS_87, CKV_AZURE_113, CKV_AZURE_53, CKV_AZURE_68, CKV_GCP_60, CKV_AZURE_48,
#       CKV_AZURE_89, CKV_AZURE_101, CKV_AWS_137, CKV_AWS_89, CKV_AWS_102]
#     trivy: [AVD-AWS-0180, AWS-0180, AVD-AZU-0022, AZU-0022, AVD-GCP-0017, # in parts
#       GCP-0017] # in parts
#     tfsec: [aws-rds-no-public-db-access, azure-database-no-public-access, google-sql-no-public-access]
#     kics: [35113e6f-2c6b-414d-beec-7a9482d3b2d1, af173fde-95ea-4584-b904-bb3923ac4bda,
#       ade36cf4-329f-4830-a83d-9db72c800507, f118890b-2468-42b1-9ce9-af35146b425b,
#       de38e1d5-54cb-4111-a868-6f7722695007, bdf8dcb4-75df-4370-92c4-606e4ae6c4d3,
#       7f0a8696-7159-4337-ad0d-8a3ab4a78195,
#       b187edca-b81e-4fdc-aff4-aab57db45edb] # in parts
#     prowler: [rds_instance_no_public_access, redshift_cluster_public_access, cloudsql_instance_public_ip]
#     powerpipe: [rds_db_instance_prohibit_public_access, redshift_cluster_prohibit_public_access]
#   since: "0.1.0"
package gapcheck.database.stays_off_the_internet

subjects contains database.id if {
	some database in input.database
	database.public in {true, false}
}

deny contains {"subject": database.id, "path": ["public"], "message": message} if {
	some database in input.database
	database.public
	message := sprintf("%s has an address on the internet", [database.name])
}
