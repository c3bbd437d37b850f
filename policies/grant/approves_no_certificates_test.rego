package gapcheck.grant.approves_no_certificates_test

import data.gapcheck.grant.approves_no_certificates as policy

test_deny_update if _denied(["certificatesigningrequests/approval"], ["update"]) == {["resources", "0"]}

test_deny_patch if _denied(["certificatesigningrequests/approval"], ["patch"]) == {["resources", "0"]}

test_deny_signers if _denied(["certificatesigningrequests", "signers"], ["approve"]) == {["resources", "1"]}

test_deny_every_action if _denied(["certificatesigningrequests/approval"], ["*"]) == {["resources", "0"]}

test_deny_every_action_on_signers if _denied(["signers"], ["*"]) == {["resources", "0"]}

test_deny_every_resource if _denied(["*"], ["approve"]) == {["resources", "0"]}

test_deny_update_of_every_resource if _denied(["*"], ["update"]) == {["resources", "0"]}

test_allow_request if _denied(["certificatesigningrequests"], ["create", "get"]) == set()

test_allow_reading_approvals if _denied(["certificatesigningrequests/approval"], ["get"]) == set()

test_allow_every_action_on_requests if _denied(["certificatesigningrequests"], ["*"]) == set()

test_allow_reading_signers if _denied(["signers"], ["get"]) == set()

test_allow_another_group if {
	rule := {"id": "a", "name": "a", "form": "rule", "api_groups": ["example.com"], "resources": ["signers"], "actions": ["approve"]}
	policy.deny == set() with input.grant as [rule]
}

test_deny_every_group if {
	rule := {"id": "a", "name": "a", "form": "rule", "api_groups": ["*"], "resources": ["signers"], "actions": ["approve"]}
	{it.path | some it in policy.deny} == {["resources", "0"]} with input.grant as [rule]
}

test_allow_missing if policy.deny == set() with input.grant as [{"id": "a", "name": "a", "form": "rule"}]

test_allow_binding if {
	rule := {"id": "a", "name": "a", "form": "binding", "api_groups": ["*"], "resources": ["signers"], "actions": ["approve"]}
	policy.deny == set() with input.grant as [rule]
}

test_subjects_are_rules if {
	policy.subjects == {"a"} with input.grant as [{"id": "a", "form": "rule"}, {"id": "b", "form": "binding"}]
}

_denied(resources, actions) := paths if {
	groups := ["certificates.k8s.io"]
	rule := {"id": "a", "name": "a", "form": "rule", "api_groups": groups, "resources": resources, "actions": actions}
	paths := {it.path | some it in policy.deny} with input.grant as [rule]
}
