# METADATA
# title: A pipeline analyses the code for weaknesses
# description: Weaknesses that a program can see are found before release or by somebody else.
# custom:
#   id: repository-analyses-its-code
#   severity: medium
#   criteria:
#     - {id: CC7.1, aspect: vulnerability-scanning, strength: primary, because: weaknesses in the code are looked for}
#     - {id: CC8.1, aspect: testing, strength: supporting, because: the look is part of each change}
#   tests: design
#   reads: [has_code, runs]
#   remediation:
#     repository: "run CodeQL, Semgrep or another analyser in a workflow"
#   since: "0.1.0"
package gapcheck.repository.analyses_its_code

subjects contains repository.id if {
	some repository in input.repository
	repository.has_code == true
}

deny contains {"subject": repository.id, "path": ["runs", "code_scan"], "message": message} if {
	some repository in input.repository
	repository.has_code == true
	not repository.runs.code_scan
	message := sprintf("%s has no pipeline that analyses the code", [repository.name])
}
