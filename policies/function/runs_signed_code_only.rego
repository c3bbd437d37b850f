# METADATA
# title: Functions run signed code only
# description: "Whoever may upload a package runs what they like with the function's rights, unless a signature is asked for."
# custom:
#   id: function-runs-signed-code-only
#   severity: low
#   criteria:
#     - {id: CC6.8, aspect: integrity, strength: supporting, because: code that was not released is refused}
#   tests: design
#   reads: [code_signing]
#   remediation:
#     cloudformation: "name an `AWS::Lambda::CodeSigningConfig` in `CodeSigningConfigArn`"
#     terraform: "name an `aws_lambda_code_signing_config` in `code_signing_config_arn`"
#   aliases:
#     checkov: [CKV_AWS_272]
#   since: "0.1.0"
package gapcheck.function.runs_signed_code_only

subjects contains function.id if {
	some function in input.function
	is_boolean(function.code_signing)
}

deny contains {"subject": function.id, "path": ["code_signing"], "message": message} if {
	some function in input.function
	function.code_signing == false
	message := sprintf("%s runs code that nobody signed", [function.name])
}
