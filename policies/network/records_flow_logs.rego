# METADATA
# title: Networks record the traffic that flows through them
# description: Flow records are what an investigation of unusual traffic starts from.
# custom:
#   id: network-records-flow-logs
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: primary, because: flow records are a source that shows unusual traffic}
#     - {id: CC7.3, aspect: triage, strength: supporting, because: they let a suspected incident be judged}
#   tests: design
#   reads: [flow_logs]
#   remediation:
#     cloudformation: "add an `AWS::EC2::FlowLog` with `ResourceType: VPC` for the VPC"
#     terraform: "AWS: add an `aws_flow_log` for the VPC; Google: add a `log_config` block to the subnetwork"
#   aliases:
#     checkov: [CKV2_AWS_11, CKV_GCP_26]
#     trivy: [AVD-AWS-0178, AWS-0178, AVD-GCP-0029, AVD-GCP-0076, GCP-0029, GCP-0076]
#     kics: [f83121ea-03da-434f-9277-9cd247ab3047, 40430747-442d-450a-a34f-dc57149f4609,
#       f6d299d2-21eb-41cc-b1e1-fe12d857500b]
#     prowler: [vpc_flow_logs_enabled, compute_subnet_flow_logs_enabled]
#     powerpipe: [vpc_flow_logs_enabled]
#     tfsec: [google-compute-enable-vpc-flow-logs]
#   since: "0.1.0"
package gapcheck.network.records_flow_logs

subjects contains network.id if {
	some network in input.network
	_in_scope(network)
}

deny contains {"subject": network.id, "path": ["flow_logs"], "message": message} if {
	some network in input.network
	network.flow_logs == false
	message := sprintf("%s keeps no record of its traffic", [network.name])
}

# Where the files can tell: subnets of other providers are recorded with their network.
_in_scope(network) if is_boolean(network.flow_logs)
