package gapcheck.machine.keeps_secrets_out_of_user_data_test

import data.gapcheck.machine.keeps_secrets_out_of_user_data as policy

test_deny_whole_secret if _denied({"user_data": "<redacted>"}) == {["user_data"]}

test_deny_secret_in_script if _denied({"user_data": "export TOKEN=<redacted>"}) == {["user_data"]}

test_allow_script if _denied({"user_data": "systemctl start web"}) == set()

test_allow_missing_user_data if _denied({}) == set()

test_subjects_are_machines_and_not_groups_of_them if {
	policy.subjects == {"a"} with input.machine as [{"id": "a"}, {"id": "b", "fleet": true}]
}

_denied(facts) := paths if {
	machine := object.union({"id": "terraform:.#web", "name": "web"}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [machine]
}
