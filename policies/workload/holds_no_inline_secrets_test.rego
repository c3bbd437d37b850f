package gapcheck.workload.holds_no_inline_secrets_test

import data.gapcheck.workload.holds_no_inline_secrets as policy

test_deny_password if {
	env := [{"name": "A", "value": "b"}, {"name": "PASSWORD", "value": "<redacted>"}]
	_denied({"env": env}) == {["env", "1", "value"]}
}

test_deny_part_of_address if _denied({"env": [{"name": "URL", "value": "db://u:<redacted>@h"}]}) == {["env", "0", "value"]}

test_allow_reference if _denied({"env": [{"name": "PASSWORD", "from": "secret"}]}) == set()

test_allow_number if _denied({"env": [{"name": "PORT", "value": 80}]}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_all_workloads if policy.subjects == {"a"} with input.workload as [{"id": "a"}]

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
