package gapcheck.grant.hands_out_no_credentials_test

import data.gapcheck.grant.hands_out_no_credentials as policy

test_deny_listed if _denied({"actions": ["s3:ListBucket", "redshift:GetClusterCredentials"]}) == {["actions", "1"]}

test_deny_each_listed if {
	every action in {"chime:createapikey", "codepipeline:pollforjobs", "cognito-identity:getcredentialsforidentity", "cognito-identity:getopenidtoken", "cognito-identity:getopenidtokenfordeveloperidentity", "connect:getfederationtoken", "gamelift:requestuploadcredentials", "iam:createaccesskey", "iam:createloginprofile", "iam:createservicespecificcredential", "iam:resetservicespecificcredential", "iam:updateaccesskey", "lightsail:getinstanceaccessdetails", "lightsail:getrelationaldatabasemasteruserpassword", "mediapackage:rotatechannelcredentials", "mediapackage:rotateingestendpointcredentials", "rds-db:connect", "redshift:getclustercredentials", "sso:getrolecredentials", "sts:assumerole", "sts:assumerolewithsaml", "sts:assumerolewithwebidentity", "sts:getfederationtoken", "sts:getsessiontoken"} {
		_denied({"actions": [action]}) == {["actions", "0"]}
	}
}

test_deny_pattern if _denied({"actions": ["sts:*"]}) == {["actions", "0"]}

test_allow_everything_which_is_asked_for_elsewhere if _denied({"actions": ["*"]}) == set()

test_allow_others if _denied({"actions": ["ec2:DescribeInstances"]}) == set()

test_allow_other_pattern if _denied({"actions": ["ec2:*"]}) == set()

test_allow_named_thing if _allowed({"resources": ["arn:aws:redshift:eu-west-1:123456789012:dbuser:orders/reader"]})

test_allow_condition if _allowed({"conditions": [{"operator": "StringEquals", "key": "aws:principalorgid", "values": ["o-1"]}]})

test_allow_denial if _allowed({"effect": "deny"})

test_allow_trust if _allowed({"form": "trust"})

test_allow_missing_actions if _denied({}) == set()

test_deny_empty_conditions if _denied({"actions": ["redshift:GetClusterCredentials"], "conditions": []}) == {["actions", "0"]}

test_allow_beginning_of_a_name if _denied({"actions": ["redshift:GetClusterCredenti"]}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "statement"},
		{"id": "b", "form": "trust"},
	]
	policy.subjects == {"a"} with input.grant as population
}

_allowed(facts) if _denied(object.union({"actions": ["redshift:GetClusterCredentials"]}, facts)) == set()

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"form": "statement", "effect": "allow", "resources": ["*"]}), facts)
	paths := {it.path | some it in policy.deny} with input.grant as [subject]
}
