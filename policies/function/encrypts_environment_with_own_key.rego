# METADATA
# title: "Functions with variables encrypt them with a key of one's own"
# description: "Whoever may look at the function's settings reads its variables, unless a key stands in between."
# custom:
#   id: function-encrypts-environment-with-own-key
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: primary, because: reading the variables needs a right on the key}
#   tests: design
#   reads: [environment, environment_key]
#   remediation:
#     cloudformation: "name a key in `KmsKeyArn` of the function"
#     terraform: "name a key in `kms_key_arn` of the function"
#   aliases:
#     checkov: [CKV_AWS_173]
#     prowler: [awslambda_function_env_vars_not_encrypted_with_cmk]
#   since: "0.1.0"
package gapcheck.function.encrypts_environment_with_own_key

subjects contains function.id if {
	some function in input.function
	_in_scope(function)
}

deny contains {"subject": function.id, "path": ["environment_key"], "message": message} if {
	some function in input.function
	_in_scope(function)
	not function.environment_key
	message := sprintf("the variables of %s are not encrypted with a key of one's own", [function.name])
}

_in_scope(function) if {
	function.provider == "aws"
	count(function.environment) > 0
}
