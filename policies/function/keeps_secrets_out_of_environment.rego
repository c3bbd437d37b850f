# METADATA
# title: Functions hold no secrets in their environment
# description: "Everybody who may look at the function reads its variables, and they land in state files and logs."
# custom:
#   id: function-keeps-secrets-out-of-environment
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: secrets belong in a store that gives them only to those who need them}
#   tests: design
#   reads: [environment]
#   remediation:
#     cloudformation: "fetch the secret at run time from a secret store by the function's identity, and replace the one that was written here"
#     terraform: "fetch the secret at run time from a secret store by the function's identity, and replace the one that was written here"
#   aliases:
#     checkov: [CKV_AWS_45]
#     kics: [1402afd8-a95c-4e84-8b0b-6fb43758e6ce, 2564172f-c92b-4261-9acd-464aed511696]
#     prowler: [awslambda_function_no_secrets_in_variables]
#   since: "0.1.0"
package gapcheck.function.keeps_secrets_out_of_environment

subjects contains function.id if some function in input.function

deny contains {"subject": function.id, "path": ["environment", name], "message": message} if {
	some function in input.function
	some name, value in function.environment
	contains(value, "<redacted>")
	message := sprintf("%s holds a secret in the variable %s", [function.name, name])
}
