# METADATA
# title: Search domains encrypt what travels between their nodes
# description: "Whole indexes travel from node to node, and can be read on the way."
# custom:
#   id: database-search-encrypts-between-nodes
#   severity: medium
#   criteria:
#     - {id: CC6.7, aspect: encryption-in-transit, strength: supporting, because: records travel encrypted between nodes as well}
#   tests: design
#   reads: [node_to_node_encrypted]
#   remediation:
#     cloudformation: "set `NodeToNodeEncryptionOptions: {Enabled: true}`"
#     terraform: "add `node_to_node_encryption { enabled = true }`"
#   aliases:
#     checkov: [CKV_AWS_6]
#     trivy: [AVD-AWS-0043, AWS-0043]
#     tfsec: [aws-elastic-search-enable-in-transit-encryption]
#     kics: [967eb3e6-26fc-497d-8895-6428beb6e8e2]
#     prowler: [opensearch_service_domains_node_to_node_encryption_enabled]
#     powerpipe: [es_domain_node_to_node_encryption_enabled]
#   since: "0.1.0"
package gapcheck.database.search_encrypts_between_nodes

subjects contains database.id if {
	some database in input.database
	is_boolean(database.node_to_node_encrypted)
}

deny contains {"subject": database.id, "path": ["node_to_node_encrypted"], "message": message} if {
	some database in input.database
	database.node_to_node_encrypted == false
	message := sprintf("%s does not encrypt traffic between its nodes", [database.name])
}
