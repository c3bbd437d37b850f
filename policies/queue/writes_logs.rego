# METADATA
# title: Brokers write logs
# description: "Without logs nobody can say who connected, and why messages were lost."
# custom:
#   id: queue-writes-logs
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: connections to brokers are a source for detection}
#   tests: design
#   reads: [logging]
#   remediation:
#     cloudformation: "set `Logs: {General: true}` on brokers, and a destination in `LoggingInfo` of Kafka"
#     terraform: "add `logs { general = true }` to brokers, and `logging_info` with a destination to Kafka"
#   aliases:
#     checkov: [CKV_AWS_80, CKV_AWS_48]
#     trivy: [AVD-AWS-0074, AWS-0074, AVD-AWS-0071, AWS-0071]
#     tfsec: [aws-msk-enable-logging, aws-mq-enable-general-logging]
#     kics: [2f56b7ab-7fba-4e93-82f0-247e5ddeb239]
#   since: "0.1.0"
package gapcheck.queue.writes_logs

subjects contains queue.id if {
	some queue in input.queue
	is_boolean(queue.logging)
}

deny contains {"subject": queue.id, "path": ["logging"], "message": message} if {
	some queue in input.queue
	queue.logging == false
	message := sprintf("%s writes no logs", [queue.name])
}
