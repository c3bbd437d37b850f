# METADATA
# title: Functions are called only by callers that are named
# description: "A function that everybody may call is a way past the boundary, run at your cost and with its rights."
# custom:
#   id: function-admits-named-callers
#   severity: high
#   criteria:
#     - {id: CC6.6, aspect: entry-points, strength: primary, because: a call from outside must come through an entry point that filters it}
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: who may call is an access setting}
#   tests: design
#   reads: [url_authorization, permissions, workflow]
#   remediation:
#     cloudformation: "set `AuthType: AWS_IAM` on the function URL; name a service, account or role in `Principal` and limit it with `SourceArn` or `SourceAccount`"
#     terraform: "set `authorization_type = \"AWS_IAM\"` on the function URL; name a service, account or role in `principal` and limit it with `source_arn` or `source_account`; Google: name accounts or groups in place of `allUsers` and `allAuthenticatedUsers`"
#   aliases:
#     checkov: [CKV_AWS_301, CKV_AWS_258, CKV_GCP_102, CKV_GCP_107]
#     tfsec: [aws-lambda-restrict-source-arn]
#     kics: [e08ed7eb-f3ef-494d-9d22-2e3db756a347, 1d6e16f1-5d8a-4379-bfb3-2dadd38ed5a7]
#     prowler: [awslambda_function_not_publicly_accessible, awslambda_function_url_public]
#     powerpipe: [lambda_function_restrict_public_access]
#   since: "0.1.0"
package gapcheck.function.admits_named_callers

subjects contains function.id if {
	some function in input.function
	not function.workflow
}

deny contains {"subject": function.id, "path": ["url_authorization"], "message": message} if {
	some function in input.function
	function.url_authorization == "none"
	message := sprintf("%s answers everybody at its URL", [function.name])
}

deny contains {"subject": function.id, "path": ["permissions", sprintf("%d", [index]), "principal"], "message": message} if {
	some function in input.function
	some index, permission in function.permissions
	permission.principal in {"*", "allUsers", "allAuthenticatedUsers"}
	not _limited(permission)
	message := sprintf("%s lets everybody call it", [function.name])
}

_limited(permission) if permission.source

_limited(permission) if permission.source_account
