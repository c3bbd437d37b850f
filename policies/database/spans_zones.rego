# METADATA
# title: Databases have a standby in another zone
# description: "When one data centre fails, a standby in another takes over within minutes."
# custom:
#   id: database-spans-zones
#   severity: medium
#   criteria:
#     - {id: A1.2, aspect: redundancy, strength: primary, because: the store outlives the loss of one zone}
#     - {id: CC9.1, aspect: redundancy, strength: supporting, because: a lasting disruption is survived with a standby}
#   tests: design
#   reads: [form, role, multi_zone]
#   remediation:
#     cloudformation: "set `MultiAZ: true`, or add a second `AWS::RDS::DBInstance` to the cluster (Aurora)"
#     terraform: "set `multi_az = true` (RDS), add a second `aws_rds_cluster_instance` (Aurora), `high_availability` or `zone_redundant = true` (Azure) or `availability_type = \"REGIONAL\"` (Google)"
#   aliases:
#     checkov: [CKV_AWS_157,
#       CKV_AZURE_229]
#     prowler: [rds_instance_multi_az, rds_cluster_multi_az, cloudsql_instance_high_availability_enabled]
#     kics: [2b1d4935-9acf-48a7-8466-10d18bf51a69]
#   since: "0.1.0"
package gapcheck.database.spans_zones

subjects contains database.id if {
	some database in input.database
	_in_scope(database)
}

deny contains {"subject": database.id, "path": ["multi_zone"], "message": message} if {
	some database in input.database
	_in_scope(database)
	database.multi_zone == false
	message := sprintf("%s has no standby in another zone", [database.name])
}

_in_scope(database) if {
	database.form == "relational"
	database.role in {"server", "cluster", "database"}
	database.multi_zone in {true, false}
}
