# METADATA
# title: Scripts expand no secrets into the arguments of curl
# description: "Arguments are seen by every process of the machine and in traces of the shell, and a line that sends a secret away looks like any other."
# related_resources:
#   - https://docs.github.com/en/actions/reference/security/secure-use#use-secrets-for-sensitive-information
# custom:
#   id: step-hands-curl-no-secrets
#   severity: low
#   criteria:
#     - {id: CC6.7, aspect: egress, strength: supporting, because: secrets leave a pipeline only on ways that can be reviewed}
#     - {id: CC6.1, aspect: secrets, strength: supporting, because: a secret is seen by the program that needs it and by no other}
#   tests: design
#   reads: [run]
#   remediation:
#     github-actions: "put the secret in `env:` of the step and hand it to curl by its standard input: `curl -H @- <<< \"Authorization: Bearer $TOKEN\"`"
#   aliases:
#     checkov: [CKV_GHA_3]
#   since: "0.1.0"
package gapcheck.step.hands_curl_no_secrets

subjects contains step.id if {
	some step in input.step
	step.run
}

deny contains {"subject": step.id, "path": ["run"], "message": message} if {
	some step in input.step
	regex.match(_with_a_secret, step.run)
	message := sprintf("%s hands curl a secret as an argument", [step.name])
}

# One command, which a backslash continues on the next line.
_with_a_secret := `\bcurl\s(?:[^\n\\]|\\\n|\\[^\n])*\$\{\{\s*secrets\.`
