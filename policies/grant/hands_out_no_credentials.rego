# METADATA
# title: No grant hands out credentials of everything
# description: Whoever may ask for the credentials of any identity holds all their rights in all but name.
# custom:
#   id: grant-hands-out-no-credentials
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: rights stay with those to whom they were given}
#     - {id: CC6.2, aspect: standing-credentials, strength: supporting, because: credentials are not made past the way that gives them}
#   tests: design
#   reads: [form, effect, actions, resources, conditions]
#   remediation:
#     cloudformation: "name the things in `Resource`, or add a condition"
#     terraform: "name the things in `resources` (`Resource` in JSON), or add a condition"
#   aliases:
#     checkov: [CKV_AWS_107, CKV_AWS_287]
#   since: "0.1.0"
package gapcheck.grant.hands_out_no_credentials

# Actions that answer with a credential.
_listed := {
	"chime:createapikey",
	"codepipeline:pollforjobs",
	"cognito-identity:getcredentialsforidentity",
	"cognito-identity:getopenidtoken",
	"cognito-identity:getopenidtokenfordeveloperidentity",
	"connect:getfederationtoken",
	"gamelift:requestuploadcredentials",
	"iam:createaccesskey",
	"iam:createloginprofile",
	"iam:createservicespecificcredential",
	"iam:resetservicespecificcredential",
	"iam:updateaccesskey",
	"lightsail:getinstanceaccessdetails",
	"lightsail:getrelationaldatabasemasteruserpassword",
	"mediapackage:rotatechannelcredentials",
	"mediapackage:rotateingestendpointcredentials",
	"rds-db:connect",
	"redshift:getclustercredentials",
	"sso:getrolecredentials",
	"sts:assumerole",
	"sts:assumerolewithsaml",
	"sts:assumerolewithwebidentity",
	"sts:getfederationtoken",
	"sts:getsessiontoken",
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
	message := sprintf("%s may take credentials by %s on everything", [grant.name, action])
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
