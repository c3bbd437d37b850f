# METADATA
# title: A pipeline scans the images it builds
# description: "An image brings a whole system's packages with it, and their known weaknesses."
# custom:
#   id: repository-scans-its-images
#   severity: medium
#   criteria:
#     - {id: CC7.1, aspect: vulnerability-scanning, strength: primary, because: known weaknesses in images are found before release}
#     - {id: CC6.8, aspect: detection, strength: supporting, because: unwanted software in an image is found}
#   tests: design
#   reads: [has_image_builds, runs]
#   remediation:
#     repository: "run Trivy, Grype or another image scanner after the build"
#   since: "0.1.0"
package gapcheck.repository.scans_its_images

subjects contains repository.id if {
	some repository in input.repository
	repository.has_image_builds == true
}

deny contains {"subject": repository.id, "path": ["runs", "image_scan"], "message": message} if {
	some repository in input.repository
	repository.has_image_builds == true
	not repository.runs.image_scan
	message := sprintf("%s builds images and scans none", [repository.name])
}
