# METADATA
# title: Tables grow with their load
# description: A table of fixed capacity turns requests away as soon as more come than somebody once guessed.
# custom:
#   id: database-tables-grow-with-load
#   severity: low
#   criteria:
#     - {id: A1.1, aspect: autoscaling, strength: primary, because: capacity follows the load}
#   tests: design
#   reads: [form, scaling]
#   remediation:
#     cloudformation: "set `BillingMode: PAY_PER_REQUEST`, or add an `AWS::ApplicationAutoScaling::ScalableTarget` for the table"
#     terraform: "set `billing_mode = \"PAY_PER_REQUEST\"`, or add an `aws_appautoscaling_target` for the table"
#   aliases:
#     checkov: [CKV2_AWS_16]
#     prowler: [dynamodb_table_autoscaling_enabled]
#   since: "0.1.0"
package gapcheck.database.tables_grow_with_load

subjects contains database.id if {
	some database in input.database
	database.form == "table"
	is_boolean(database.scaling)
}

deny contains {"subject": database.id, "path": ["scaling"], "message": message} if {
	some database in input.database
	database.form == "table"
	database.scaling == false
	message := sprintf("%s has a fixed capacity", [database.name])
}
