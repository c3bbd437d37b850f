package gapcheck.step.limits_app_tokens_test

import data.gapcheck.step.limits_app_tokens as policy

test_deny_no_inputs if _denied(_token, {}) == {["uses"]}

test_deny_no_rights if _denied(_token, {"inputs": {"app-id": "1", "repositories": "a"}}) == {["uses"]}

test_deny_owner_alone if _denied(_token, {"inputs": {"permission-contents": "read", "owner": "a"}}) == {["inputs", "owner"]}

test_deny_no_revocation if {
	_denied(_token, {"inputs": {"permission-contents": "read", "skip-token-revoke": true}}) == {["inputs", "skip-token-revoke"]}
}

test_deny_no_revocation_as_text if {
	_denied(_token, {"inputs": {"permission-contents": "read", "skip-token-revoke": "true"}}) == {["inputs", "skip-token-revoke"]}
}

test_allow_revocation if _denied(_token, {"inputs": {"permission-contents": "read", "skip-token-revoke": "false"}}) == set()

test_allow_limits if _denied(_token, {"inputs": {"permission-contents": "read", "owner": "a", "repositories": "b"}}) == set()

test_allow_other_actions if {
	_denied({"owner": "actions", "repository": "checkout"}, {"inputs": {"owner": "a", "skip-token-revoke": true}}) == set()
}

test_allow_other_owners if _denied({"owner": "acme", "repository": "create-github-app-token"}, {}) == set()

test_allow_others_are_no_subjects if {
	policy.subjects == {"a"} with input.step as [{"id": "a", "uses": _token}, {"id": "b", "uses": {"owner": "actions", "repository": "checkout"}}]
}

_token := {"owner": "actions", "repository": "create-github-app-token"}

_denied(uses, facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "uses": uses}, facts)
	paths := {it.path | some it in policy.deny} with input.step as [subject]
}
