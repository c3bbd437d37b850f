package gapcheck.function.keeps_secrets_out_of_environment_test

import data.gapcheck.function.keeps_secrets_out_of_environment as policy

test_deny_secret if _denied({"environment": {"STAGE": "test", "DB_PASSWORD": "<redacted>"}}) == {["environment", "DB_PASSWORD"]}

test_deny_secret_in_address if _denied({"environment": {"URL": "postgres://app:<redacted>@db"}}) == {["environment", "URL"]}

test_allow_plain_variables if _denied({"environment": {"STAGE": "test"}}) == set()

test_allow_missing_environment if _denied({}) == set()

test_subjects_are_all_functions if policy.subjects == {"a"} with input.function as [{"id": "a"}]

_denied(facts) := paths if {
	function := object.union({"id": "terraform:.#import", "name": "import"}, facts)
	paths := {it.path | some it in policy.deny} with input.function as [function]
}
