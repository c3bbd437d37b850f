# METADATA
# title: Aggregators of configuration gather every region
# description: What is set up in a region that nobody gathers goes unseen.
# custom:
#   id: monitor-gathers-all-regions
#   severity: low
#   criteria:
#     - {id: CC7.1, aspect: configuration-monitoring, strength: primary, because: configuration is watched in every region}
#   tests: design
#   reads: [watch, covers_all]
#   remediation:
#     cloudformation: "set `AllAwsRegions: true` on every source"
#     terraform: "set `all_regions = true` in the source"
#   aliases:
#     checkov: [CKV_AWS_121]
#     trivy: [AVD-AWS-0019, AWS-0019]
#     tfsec: [aws-config-aggregate-all-regions]
#     kics: [ac5a0bc0-a54c-45aa-90c3-15f7703b9132, 9f3cf08e-72a2-4eb1-8007-e3b1b0e10d4d]
#   since: "0.1.0"
package gapcheck.monitor.gathers_all_regions

subjects contains monitor.id if {
	some monitor in input.monitor
	monitor.watch == "config_aggregator"
}

deny contains {"subject": monitor.id, "path": ["covers_all"], "message": message} if {
	some monitor in input.monitor
	monitor.watch == "config_aggregator"
	not monitor.covers_all
	message := sprintf("%s leaves regions out", [monitor.name])
}
