package gapcheck.machine.notebooks_keep_own_key_test

import data.gapcheck.machine.notebooks_keep_own_key as policy

test_deny_kms_key if _denied({"kms_key": "alias/aws/sagemaker"}) == {["kms_key"]}

test_deny_missing if _denied({}) == {["kms_key"]}

test_allow_kms_key if _denied({"kms_key": "arn:aws:kms:eu-west-1:111122223333:key/1"}) == set()

test_allow_other_machines if _denied({"notebook": false, "kms_key": "alias/aws/sagemaker"}) == set()

test_subjects_are_notebooks if {
	population := [{"id": "a", "notebook": true}, {"id": "b"}]
	policy.subjects == {"a"} with input.machine as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "notebook": true}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [subject]
}
