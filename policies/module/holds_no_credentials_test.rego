package gapcheck.module.holds_no_credentials_test

import data.gapcheck.module.holds_no_credentials as policy

test_deny_literal if _denied({"settings": {"region": "eu-west-1", "secret_key": "<redacted>"}}) == {["settings", "secret_key"]}

test_allow_plain if _denied({"settings": {"region": "eu-west-1", "max_retries": 3}}) == set()

test_allow_missing_settings if _denied({}) == set()

test_subjects_have_settings if policy.subjects == {"a"} with input.module as [{"id": "a", "settings": {}}, {"id": "b"}]

_denied(facts) := paths if {
	aws := object.union({"id": "terraform:.#provider.aws", "name": "aws"}, facts)
	paths := {it.path | some it in policy.deny} with input.module as [aws]
}
