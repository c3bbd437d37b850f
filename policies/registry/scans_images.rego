# METADATA
# title: Registries scan images for known weaknesses
# description: "Weaknesses are found when an image arrives, and not when it is attacked."
# custom:
#   id: registry-scans-images
#   severity: medium
#   criteria:
#     - {id: CC7.1, aspect: vulnerability-scanning, strength: primary, because: known weaknesses in what runs are found}
#     - {id: CC6.8, aspect: detection, strength: supporting, because: unwanted software in images is found}
#   tests: design
#   reads: [scan_on_push]
#   remediation:
#     cloudformation: "set `ImageScanningConfiguration: {ScanOnPush: true}`, or declare an `AWS::ECR::RegistryScanningConfiguration`"
#     terraform: "set `image_scanning_configuration { scan_on_push = true }`, or declare `aws_ecr_registry_scanning_configuration`"
#   aliases:
#     checkov: [CKV_AWS_163]
#     trivy: [AVD-AWS-0030, AWS-0030]
#     tfsec: [aws-ecr-enable-image-scans]
#     kics: [9630336b-3fed-4096-8173-b9afdfe346a7,
#       9025b2b3-e554-4842-ba87-db7aeec36d35]
#     prowler: [ecr_repositories_scan_images_on_push_enabled, ecr_registry_scan_images_on_push_enabled]
#   since: "0.1.0"
package gapcheck.registry.scans_images

subjects contains registry.id if {
	some registry in input.registry
	registry.provider == "aws"
}

deny contains {"subject": registry.id, "path": ["scan_on_push"], "message": message} if {
	some registry in input.registry
	registry.provider == "aws"
	not registry.scan_on_push
	message := sprintf("%s does not scan images", [registry.name])
}
