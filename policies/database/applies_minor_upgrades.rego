# METADATA
# title: Databases apply minor versions of their engine by themselves
# description: Minor versions mend known weaknesses; waiting for a person leaves them open.
# custom:
#   id: database-applies-minor-upgrades
#   severity: low
#   criteria:
#     - {id: CC7.1, aspect: patching, strength: primary, because: known weaknesses of the engine are mended in time}
#   tests: design
#   reads: [auto_minor_upgrade]
#   remediation:
#     cloudformation: "set `AutoMinorVersionUpgrade: true`, or leave it out"
#     terraform: "set `auto_minor_version_upgrade = true`, or leave it out"
#   aliases:
#     checkov: [CKV_AWS_226, CKV_AWS_222, CKV_AWS_322]
#     kics: [3b6d777b-76e3-4133-80a3-0d6f667ade7f, f0104061-8bfc-4b45-8a7d-630eb502f281]
#     prowler: [rds_instance_minor_version_upgrade_enabled, rds_cluster_minor_version_upgrade_enabled]
#   since: "0.1.0"
package gapcheck.database.applies_minor_upgrades

subjects contains database.id if {
	some database in input.database
	database.auto_minor_upgrade in {true, false}
}

deny contains {"subject": database.id, "path": ["auto_minor_upgrade"], "message": message} if {
	some database in input.database
	database.auto_minor_upgrade == false
	message := sprintf("%s does not apply minor versions by itself", [database.name])
}
