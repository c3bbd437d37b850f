package gapcheck.log.alarms_tell_what_attacks_begin_with_test

import data.gapcheck.log.alarms_tell_what_attacks_begin_with as policy

test_deny_nothing_watched if _denied({"filters": []}) == {["filters"]}

test_deny_each_event if {
	every event, _ in _words {
		paths := {it.path | some it in policy.deny} with input.log as [object.union(_trail, {"filters": [{"alarmed": true, "pattern": "ERROR"}]})] with policy.parameters as {"events": [event]}
		paths == {["filters", event]}
	}
}

test_deny_each_word if {
	every event, words in _words {
		every missing in words {
			lame := {"alarmed": true, "pattern": replace(_filters[event].pattern, sprintf("(%s)", [missing]), "")}
			paths := {it.path | some it in policy.deny} with input.log as [object.union(_trail, {"filters": [lame]})] with policy.parameters as {"events": [event]}
			paths == {["filters", event]}
		}
	}
}

test_deny_unheard if {
	others := [filter | some other, filter in _filters; other != "root"]
	unheard := object.union(_filters.root, {"alarmed": false})
	_denied({"filters": array.concat(others, [unheard])}) == {["filters", "root"]}
}

test_allow_whole if _denied({"filters": [filter | some filter in _filters]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_group if _denied({"form": "group", "filters": []}) == set()

test_allow_watched_group if _denied({"form": "group", "filters": [{"alarmed": true, "pattern": "ERROR"}]}) == set()

test_allow_off if _denied({"enabled": false, "filters": []}) == set()

test_allow_one_region if _denied({"multi_region": false, "filters": []}) == set()

test_allow_hub if {
	trail := {"id": "a", "name": "a", "form": "trail", "enabled": true, "multi_region": true, "filters": []}
	policy.deny == set() with input.log as [trail] with input.monitor as [{"id": "b", "watch": "findings_hub"}]
}

test_deny_other_watchers if {
	trail := {"id": "a", "name": "a", "form": "trail", "enabled": true, "multi_region": true, "filters": []}
	count(policy.deny) == 1 with input.log as [trail] with input.monitor as [{"id": "b", "watch": "alarm"}]
}

test_deny_fewer_events_when_asked if {
	paths := {it.path | some it in policy.deny} with input.log as [object.union(_trail, {"filters": [_filters.keys]})] with policy.parameters as {"events": ["keys", "root"]}
	paths == {["filters", "root"]}
}

test_subjects_leave_others_out if {
	population := [
		object.union(_trail, {"filters": []}),
		object.union(_trail, {"id": "b"}),
		{"id": "c", "form": "trail", "enabled": true, "multi_region": false, "filters": []},
	]
	policy.subjects == {"a"} with input.log as population
}

_trail := {"id": "a", "name": "a", "form": "trail", "enabled": true, "multi_region": true}

# Each word in brackets, so that no word is a part of another.
_filters := {event: {"alarmed": true, "pattern": concat(" ", [sprintf("(%s)", [word]) | some word in words])} | some event, words in _words}

_words := {
	"access-lists": [
		"CreateNetworkAclEntry", "DeleteNetworkAclEntry", "ReplaceNetworkAclEntry", "ReplaceNetworkAclAssociation",
	],
	"bucket-policies": ["PutBucketAcl", "PutBucketPolicy", "DeleteBucketPolicy", "DeleteBucketLifecycle"],
	"configuration-records": [
		"StopConfigurationRecorder", "DeleteDeliveryChannel", "PutDeliveryChannel", "PutConfigurationRecorder",
	],
	"failed-sign-ins": ["ConsoleLogin", "Failed authentication"],
	"gateways": [
		"CreateCustomerGateway", "DeleteCustomerGateway", "AttachInternetGateway", "CreateInternetGateway",
		"DeleteInternetGateway", "DetachInternetGateway",
	],
	"keys": ["kms.amazonaws.com", "DisableKey", "ScheduleKeyDeletion"],
	"networks": ["ModifyVpcAttribute", "CreateVpcPeeringConnection", "DeleteVpcPeeringConnection"],
	"organization": ["organizations.amazonaws.com"],
	"policies": [
		"DeleteGroupPolicy", "DeleteRolePolicy", "DeleteUserPolicy", "PutGroupPolicy", "PutRolePolicy",
		"PutUserPolicy", "CreatePolicyVersion", "DeletePolicyVersion", "AttachRolePolicy", "DetachRolePolicy",
		"AttachUserPolicy", "DetachUserPolicy", "AttachGroupPolicy", "DetachGroupPolicy",
	],
	"root": ["userIdentity.type", "Root"],
	"routes": [
		"CreateRouteTable", "ReplaceRouteTableAssociation", "DeleteRouteTable", "DisassociateRouteTable",
	],
	"security-groups": [
		"AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupIngress",
		"RevokeSecurityGroupEgress", "CreateSecurityGroup", "DeleteSecurityGroup",
	],
	"sign-ins-without-second-factor": ["ConsoleLogin", "MFAUsed"],
	"trails": ["CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging"],
	"unauthorized-calls": ["UnauthorizedOperation", "AccessDenied"],
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, _trail), facts)
	paths := {it.path | some it in policy.deny} with input.log as [subject]
}
