package gapcheck.workload.pins_image_test

import data.gapcheck.workload.pins_image as policy

test_deny_latest if _denied({"image": "a:latest", "image_tag": "latest"}) == {["image_tag"]}

test_allow_version if _denied({"image": "a:1", "image_tag": "1"}) == set()

test_allow_digest if _denied({"image": "a@sha256:b", "image_tag": "latest", "image_digest": "sha256:b"}) == set()

test_allow_built if _denied({"image": "a", "image_tag": "latest", "builds_image": true}) == set()

test_allow_missing_image if _denied({"builds_image": true}) == set()

test_subjects_take_an_image if {
	policy.subjects == {"a"} with input.workload as [{"id": "a", "image": "b"}, {"id": "c", "builds_image": true}]
}

test_subjects_leave_others_out if policy.subjects == set() with input.workload as [{"id": "a"}]

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
