# METADATA
# title: The platform tells of weaknesses in a repository's dependencies
# description: A weakness that nobody hears of is not mended.
# custom:
#   id: repository-is-told-of-weaknesses
#   severity: medium
#   criteria:
#     - {id: CC7.1, aspect: vulnerability-scanning, strength: supporting, because: known weaknesses in dependencies are reported}
#   tests: design
#   reads: [is_archived, vulnerability_alerts]
#   remediation:
#     platform: "turn on Dependabot security updates in the settings of the repository"
#     terraform: "set `vulnerability_alerts = true`"
#   aliases:
#     checkov: [CKV_GIT_3]
#     trivy: [GIT-0003, AVD-GIT-0003]
#     tfsec: [github-repositories-enable_vulnerability_alerts]
#   since: "0.1.0"
package gapcheck.repository.is_told_of_weaknesses

subjects contains repository.id if {
	some repository in input.repository
	_is_asked(repository)
}

deny contains {"subject": repository.id, "path": ["vulnerability_alerts"], "message": message} if {
	some repository in input.repository
	_is_asked(repository)
	repository.vulnerability_alerts == false
	message := sprintf("%s has no alerts on weaknesses in its dependencies", [repository.name])
}

# Nothing changes in an archived repository.
_is_asked(repository) if {
	is_boolean(repository.vulnerability_alerts)
	not repository.is_archived == true
}
