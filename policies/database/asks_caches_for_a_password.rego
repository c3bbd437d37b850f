# METADATA
# title: Caches ask their clients for a password
# description: Whatever runs in the network of an open cache reads and changes every session in it.
# custom:
#   id: database-asks-caches-for-a-password
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: only clients that prove who they are reach cached records}
#   tests: design
#   reads: [asks_password]
#   remediation:
#     cloudformation: "set `AuthToken`, or name a user group in `UserGroupIds`"
#     terraform: "AWS: set `auth_token`, or name a user group in `user_group_ids`; Google: set `auth_enabled = true` on `google_redis_instance`"
#   aliases:
#     checkov: [CKV_GCP_95, CKV_AWS_31] # in parts
#   since: "0.1.0"
package gapcheck.database.asks_caches_for_a_password

subjects contains database.id if {
	some database in input.database
	is_boolean(database.asks_password)
}

deny contains {"subject": database.id, "path": ["asks_password"], "message": message} if {
	some database in input.database
	database.asks_password == false
	message := sprintf("%s lets clients in without a password", [database.name])
}
