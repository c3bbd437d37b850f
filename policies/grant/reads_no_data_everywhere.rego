# METADATA
# title: No grant reads the objects and secrets of the whole account
# description: One stolen identity with such a right carries everything out.
# custom:
#   id: grant-reads-no-data-everywhere
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: who needs one secret cannot read all of them}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential data are read by those who need them}
#   tests: design
#   reads: [form, effect, actions, resources, conditions]
#   remediation:
#     cloudformation: "name the things in `Resource`, or add a condition"
#     terraform: "name the things in `resources` (`Resource` in JSON), or add a condition"
#   aliases:
#     checkov: [CKV_AWS_108, CKV_AWS_288]
#   since: "0.1.0"
package gapcheck.grant.reads_no_data_everywhere

# Actions that read or copy what is stored.
_listed := {
	"rds:copydbsnapshot",
	"rds:createdbsnapshot",
	"s3:getobject",
	"secretsmanager:getsecretvalue",
	"ssm:getparameter",
	"ssm:getparameters",
	"ssm:getparametersbypath",
}

subjects contains grant.id if {
	some grant in input.grant
	grant.form == "statement"
}

deny contains {"subject": grant.id, "path": ["actions", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	grant.form == "statement"
	grant.effect == "allow"
	not _conditional(grant)
	some resource in grant.resources
	resource == "*"
	some index, action in grant.actions
	_reaches(lower(action))
	message := sprintf("%s may carry data out by %s on everything", [grant.name, action])
}

_conditional(grant) if count(grant.conditions) > 0

# A pattern that reaches an action reaches it as well; who may do everything is asked for elsewhere.
_reaches(action) if action in _listed

_reaches(action) if {
	endswith(action, "*")
	action != "*"
	some listed in _listed
	startswith(listed, trim_suffix(action, "*"))
}
