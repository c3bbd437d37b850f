# METADATA
# title: A pipeline checks dependencies for known weaknesses
# description: Most known weaknesses of a system are in components that others wrote.
# custom:
#   id: repository-scans-its-dependencies
#   severity: high
#   criteria:
#     - {id: CC7.1, aspect: vulnerability-scanning, strength: primary, because: known weaknesses in components are looked for}
#     - {id: CC9.2, aspect: dependency-trust, strength: supporting, because: supplied components are watched}
#   tests: design
#   reads: [ecosystems, runs]
#   remediation:
#     repository: "run dependency-review, osv-scanner, an audit command or another scanner in a workflow"
#   aliases:
#     prowler: [repository_dependency_scanning_enabled] # in parts
#   since: "0.1.0"
package gapcheck.repository.scans_its_dependencies

subjects contains repository.id if {
	some repository in input.repository
	count(repository.ecosystems) > 0
}

deny contains {"subject": repository.id, "path": ["runs", "dependency_scan"], "message": message} if {
	some repository in input.repository
	count(repository.ecosystems) > 0
	not repository.runs.dependency_scan
	message := sprintf("%s has no pipeline that checks dependencies for known weaknesses", [repository.name])
}
