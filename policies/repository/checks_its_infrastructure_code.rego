# METADATA
# title: A pipeline checks infrastructure code against rules
# description: A check on each change keeps the general controls over technology in force.
# custom:
#   id: repository-checks-its-infrastructure-code
#   severity: medium
#   criteria:
#     - {id: CC5.2, aspect: policy-checks, strength: primary, because: rules for infrastructure are applied to each change}
#     - {id: CC7.1, aspect: configuration-monitoring, strength: supporting, because: changes that open weaknesses are found}
#     - {id: CC8.1, aspect: testing, strength: supporting, because: infrastructure changes are checked as code is}
#   tests: design
#   reads: [has_infrastructure_code, runs]
#   remediation:
#     repository: "run gapcheck, Checkov, Trivy or Conftest in a workflow"
#   since: "0.1.0"
package gapcheck.repository.checks_its_infrastructure_code

subjects contains repository.id if {
	some repository in input.repository
	repository.has_infrastructure_code == true
}

deny contains {"subject": repository.id, "path": ["runs", "infrastructure_scan"], "message": message} if {
	some repository in input.repository
	repository.has_infrastructure_code == true
	not repository.runs.infrastructure_scan
	message := sprintf("%s has no pipeline that checks its infrastructure code", [repository.name])
}
