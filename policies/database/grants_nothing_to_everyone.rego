# METADATA
# title: Datasets and their tables give nothing to everyone
# description: A dataset that all users may read is published.
# custom:
#   id: database-grants-nothing-to-everyone
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: primary, because: only known identities may reach stored records}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential records are not given to everybody}
#   tests: design
#   reads: [form, role, grantees]
#   remediation:
#     terraform: "remove `allUsers` and `allAuthenticatedUsers` from the dataset's access and bindings"
#   aliases:
#     checkov: [CKV_GCP_15,
#       CKV_GCP_100]
#     trivy: [AVD-GCP-0046, GCP-0046]
#     tfsec: [google-bigquery-no-public-access]
#     kics: [e576ce44-dd03-4022-a8c0-3906acca2ab4]
#     prowler: [bigquery_dataset_public_access]
#   since: "0.1.0"
package gapcheck.database.grants_nothing_to_everyone

subjects contains database.id if {
	some database in input.database
	database.form == "warehouse"
	database.role in {"table", "member"}
}

deny contains {"subject": database.id, "path": ["grantees", sprintf("%d", [index]), "who"], "message": message} if {
	some database in input.database
	some index, grantee in database.grantees
	grantee.who in {"allUsers", "allAuthenticatedUsers"}
	message := sprintf("%s gives a right to %s", [database.name, grantee.who])
}
