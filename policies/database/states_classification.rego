# METADATA
# title: Databases carry a tag or label that classifies their data
# description: Only data whose worth is known can be protected by its worth.
# custom:
#   id: database-states-classification
#   severity: low
#   criteria:
#     - {id: C1.1, aspect: classification, strength: primary, because: confidential data are known as such}
#   tests: design
#   reads: [classification, role]
#   remediation:
#     cloudformation: "add a tag such as `{Key: data_classification, Value: confidential}`"
#     terraform: "add a tag or label such as `data_classification = \"confidential\"`"
#   since: "0.1.0"
package gapcheck.database.states_classification

subjects contains store.id if {
	some store in input.database
	not store.role in {"member", "replica", "database"}
}

deny contains {"subject": store.id, "path": ["classification"], "message": message} if {
	some store in input.database
	not store.role in {"member", "replica", "database"}
	not store.classification
	message := sprintf("%s does not say how its data are classified", [store.name])
}
