# METADATA
# title: Queues and topics do not let everybody in
# description: "Whoever may send can forge input, and whoever may receive reads what was not meant for them."
# custom:
#   id: queue-policy-names-principals
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: primary, because: only named identities send and receive}
#     - {id: PI1.2, aspect: input-authorization, strength: supporting, because: input comes from known senders only}
#     - {id: PI1.4, aspect: recipients, strength: supporting, because: output goes to known receivers only}
#   tests: design
#   reads: [form, statements, grantees]
#   remediation:
#     cloudformation: "name the accounts or services in `Principal`, or add a condition such as `aws:SourceArn`"
#     terraform: "name the accounts or services in `Principal`, or add a condition such as `aws:SourceArn`"
#   aliases:
#     checkov: [CKV_AWS_169, CKV_GCP_99, CKV_AWS_168, CKV_AWS_387]
#     trivy: [AVD-AWS-0097, AWS-0097]
#     tfsec: [aws-sqs-no-wildcards-in-policy-documents]
#     kics: [730675f9-52ed-49b6-8ead-0acb5dd7df7f, b26d2b7e-60f6-413d-a3a1-a57db24aa2b3,
#       9b6a3f5b-5fd6-40ee-9bc0-ed604911212d, ae53ce91-42b5-46bf-a84f-9a13366a4f13]
#     prowler: [sqs_queues_not_publicly_accessible, sns_topics_not_publicly_accessible]
#   since: "0.1.0"
package gapcheck.queue.policy_names_principals

import data.gapcheck.lib.statements

subjects contains queue.id if {
	some queue in input.queue
	queue.form in {"queue", "topic"}
}

deny contains {"subject": queue.id, "path": path, "message": message} if {
	some queue in input.queue
	some number, statement in queue.statements
	some index in statements.open_principals(statement)
	path := ["statements", sprintf("%d", [number]), "principals", sprintf("%d", [index])]
	message := sprintf("%s has a policy that lets everybody in", [queue.name])
}

deny contains {"subject": queue.id, "path": ["grantees", sprintf("%d", [index]), "who"], "message": message} if {
	some queue in input.queue
	some index, grantee in queue.grantees
	grantee.who in {"allUsers", "allAuthenticatedUsers"}
	message := sprintf("%s gives a right to %s", [queue.name, grantee.who])
}
