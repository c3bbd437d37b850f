# METADATA
# title: Pipelines that publish make a bill of materials
# description: The list of components is where questions about suppliers and newly known weaknesses begin.
# custom:
#   id: pipeline-lists-components-of-what-it-publishes
#   severity: low
#   criteria:
#     - {id: CC9.2, aspect: component-inventory, strength: primary, because: the components that others supply are listed}
#     - {id: CC7.1, aspect: vulnerability-scanning, strength: supporting, because: a new weakness is found in the list and not in the build}
#   tests: design
#   reads: [runs]
#   remediation:
#     azure-pipelines: "make one with the sbom-tool, syft or trivy and publish it with the release"
#     bitbucket: "make one with syft or trivy and keep it with the release"
#     circleci: "make one with syft or trivy and store it with the release"
#     github-actions: "make one with anchore/sbom-action, trivy or syft and keep it with the release"
#     gitlab-ci: "make one with syft, trivy or the Dependency-Scanning template and keep it with the release"
#   aliases:
#     checkov: [CKV_GHA_6]
#   since: "0.1.0"
package gapcheck.pipeline.lists_components_of_what_it_publishes

subjects contains pipeline.id if {
	some pipeline in input.pipeline
	pipeline.runs.publish
}

deny contains {"subject": pipeline.id, "path": ["runs", "bill_of_materials"], "message": message} if {
	some pipeline in input.pipeline
	pipeline.runs.publish
	not pipeline.runs.bill_of_materials
	message := sprintf("%s publishes and lists no components", [pipeline.name])
}
