# METADATA
# title: Databases refuse to be deleted by mistake
# description: "One wrong command, or one stolen credential, otherwise removes the records."
# custom:
#   id: database-resists-deletion
#   severity: medium
#   criteria:
#     - {id: A1.2, aspect: deletion-protection, strength: primary, because: records are not lost by a mistaken deletion}
#     - {id: PI1.5, aspect: change-protection, strength: supporting, because: stored records are protected against destruction}
#   tests: design
#   reads: [role, deletion_protection]
#   remediation:
#     cloudformation: "set `DeletionProtection: true` (`DeletionProtectionEnabled` on DynamoDB)"
#     terraform: "set `deletion_protection = true` (`deletion_protection_enabled` on DynamoDB)"
#   aliases:
#     checkov: [CKV_AWS_293, CKV_AWS_139,
#       CKV_GCP_119, CKV_GCP_121, CKV_GCP_122]
#     trivy: [AVD-AWS-0177, AVD-AWS-0343, AWS-0177, AWS-0343]
#     prowler: [rds_instance_deletion_protection, rds_cluster_deletion_protection]
#     powerpipe: [rds_db_instance_deletion_protection_enabled]
#     kics: [2c161e58-cb52-454f-abea-6470c37b5e6e]
#   since: "0.1.0"
package gapcheck.database.resists_deletion

subjects contains database.id if {
	some database in input.database
	_in_scope(database)
}

deny contains {"subject": database.id, "path": ["deletion_protection"], "message": message} if {
	some database in input.database
	_in_scope(database)
	database.deletion_protection == false
	message := sprintf("%s can be deleted without a further step", [database.name])
}

_in_scope(database) if {
	database.role in {"server", "cluster", "table"}
	database.deletion_protection in {true, false}
}

# What a dataset or an instance holds is protected by itself with Google.
_in_scope(database) if {
	database.role == "member"
	database.provider == "google"
	database.deletion_protection in {true, false}
}
