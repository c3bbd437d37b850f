# METADATA
# title: Scripts open no raw connections to addresses
# description: "A connection by `nc` to a bare address is how a planted line carries secrets and source out of a pipeline."
# custom:
#   id: step-opens-no-raw-connections
#   severity: high
#   criteria:
#     - {id: CC6.7, aspect: egress, strength: supporting, because: what a pipeline holds leaves it only on known ways}
#     - {id: CC6.8, aspect: pipeline-input, strength: supporting, because: a planted line that calls home is seen}
#   tests: design
#   reads: [run]
#   remediation:
#     github-actions: "remove the line, or name a host and a protocol that can be checked"
#     gitlab-ci: "remove the line, or name a host and a protocol that can be checked"
#     azure-pipelines: "remove the line, or name a host and a protocol that can be checked"
#     circleci: "remove the line, or name a host and a protocol that can be checked"
#     bitbucket: "remove the line, or name a host and a protocol that can be checked"
#   aliases:
#     checkov: [CKV_GHA_4, CKV_CIRCLECIPIPELINES_5]
#   since: "0.1.0"
package gapcheck.step.opens_no_raw_connections

subjects contains step.id if {
	some step in input.step
	step.run
}

deny contains {"subject": step.id, "path": ["run"], "message": message} if {
	some step in input.step
	regex.match(_to_an_address, step.run)
	message := sprintf("%s opens a raw connection to an address", [step.name])
}

_to_an_address := `(?m)(?:^|[\s;|&(])(?:nc|ncat|netcat)\s[^\n]*\b[0-9]{1,3}(?:\.[0-9]{1,3}){3}\b`
