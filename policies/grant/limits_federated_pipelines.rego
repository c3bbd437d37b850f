# METADATA
# title: Pipelines of others cannot take the identities made for ours
# description: "One issuer vouches for the pipelines of the whole world, so the trust must name the repository."
# custom:
#   id: grant-limits-federated-pipelines
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: a trust in pipelines must say whose}
#     - {id: CC8.1, aspect: deployment, strength: supporting, because: only reviewed pipelines may deploy}
#   tests: design
#   reads: [form, principals, conditions, issuer, attribute_condition]
#   remediation:
#     cloudformation: "add a condition on `token.actions.githubusercontent.com:sub` that names the repository and branch"
#     terraform: "AWS: add a condition on `token.actions.githubusercontent.com:sub` that names the repository and branch; Google: set `attribute_condition`"
#   aliases:
#     checkov: [CKV_AWS_358, CKV_AWS_393, CKV_GCP_118]
#     trivy: [AVD-GCP-0068, GCP-0068]
#     prowler: [iam_workload_identity_pool_provider_attribute_condition]
#   since: "0.1.0"
package gapcheck.grant.limits_federated_pipelines

_issuer := "token.actions.githubusercontent.com"

subjects contains grant.id if {
	some grant in input.grant
	_in_scope(grant)
}

deny contains {"subject": grant.id, "path": ["conditions"], "message": message} if {
	some grant in input.grant
	_trusts_pipelines(grant)
	not _names_repository(grant)
	message := sprintf("every pipeline on GitHub may take the role %s", [grant.name])
}

deny contains {"subject": grant.id, "path": ["conditions", sprintf("%d", [index]), "values", sprintf("%d", [at])], "message": message} if {
	some grant in input.grant
	_trusts_pipelines(grant)
	some index, condition in grant.conditions
	_asks_whose(condition)
	some at, value in condition.values
	_wide(value)
	message := sprintf("pipelines of many owners may take the role %s", [grant.name])
}

deny contains {"subject": grant.id, "path": ["attribute_condition"], "message": message} if {
	some grant in input.grant
	grant.form == "federation"
	not grant.attribute_condition
	message := sprintf("%s accepts every identity that %s vouches for", [grant.name, grant.issuer])
}

_in_scope(grant) if _trusts_pipelines(grant)

_in_scope(grant) if grant.form == "federation"

_trusts_pipelines(grant) if {
	grant.form == "trust"
	some principal in grant.principals
	contains(principal, _issuer)
}

_trusts_pipelines(grant) if {
	grant.form == "trust"
	some condition in grant.conditions
	startswith(condition.key, _issuer)
}

_names_repository(grant) if {
	some condition in grant.conditions
	_asks_whose(condition)
}

_asks_whose(condition) if {
	some claim in {"sub", "repository", "repository_id", "repository_owner", "repository_owner_id", "job_workflow_ref"}
	condition.key == sprintf("%s:%s", [_issuer, claim])
}

_wide(value) if value in {"*", "repo:*", "repo:*/*", "repo:*:*", "repo:*/*:*"}
