package gapcheck.workload.has_images_fetched_anew_test

import data.gapcheck.workload.has_images_fetched_anew as policy

test_deny_copy if _denied({"image_pull_policy": "IfNotPresent"}) == {["image_pull_policy"]}

test_allow_anew if _denied({"image_pull_policy": "Always"}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_name_an_image if {
	policy.subjects == {"a"} with input.workload as [{"id": "a", "image_pull_policy": "Never"}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "format": "kubernetes", "container_type": "main"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [subject]
}
