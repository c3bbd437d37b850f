# METADATA
# title: Audit trails record every region
# description: An intruder works in the region that nobody watches.
# custom:
#   id: log-records-all-regions
#   severity: high
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: primary, because: what happens in the account is recorded wherever it happens}
#     - {id: CC2.1, aspect: audit-records, strength: supporting, because: records of the account inform control}
#   tests: design
#   reads: [form, multi_region]
#   remediation:
#     cloudformation: "set `IsMultiRegionTrail: true`"
#     terraform: "set `is_multi_region_trail = true`"
#   aliases:
#     checkov: [CKV_AWS_67]
#     trivy: [AVD-AWS-0014, AWS-0014]
#     tfsec: [aws-cloudtrail-enable-all-regions]
#     kics: [8173d5eb-96b5-4aa6-a71b-ecfa153c123d, 058ac855-989f-4378-ba4d-52d004020da7]
#     prowler: [cloudtrail_multi_region_enabled]
#     powerpipe: [cloudtrail_multi_region_trail_enabled]
#   since: "0.1.0"
package gapcheck.log.records_all_regions

subjects contains log.id if {
	some log in input.log
	log.form == "trail"
}

deny contains {"subject": log.id, "path": ["multi_region"], "message": message} if {
	some log in input.log
	log.form == "trail"
	not log.multi_region
	message := sprintf("%s records one region only", [log.name])
}
