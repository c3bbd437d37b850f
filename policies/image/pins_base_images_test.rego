package gapcheck.image.pins_base_images_test

import data.gapcheck.image.pins_base_images as policy

test_deny_latest if {
	bases := [{"image": "a:1", "repository": "a", "tag": "1"}, {"image": "b", "repository": "b", "tag": "latest"}]
	_denied({"base_images": bases}) == {["base_images", "1", "tag"]}
}

test_allow_digest if _denied({"base_images": [{"image": "a:latest@b", "repository": "a", "tag": "latest", "digest": "b"}]}) == set()

test_allow_missing_base if _denied({"base_images": []}) == set()

test_subjects_have_a_base if policy.subjects == {"a"} with input.image as [{"id": "a", "base_images": [{"tag": "1"}]}, {"id": "b", "base_images": []}]



_denied(facts) := paths if {
	image := object.union({"id": "dockerfile:Dockerfile#image", "name": "web", "format": "dockerfile"}, facts)
	paths := {it.path | some it in policy.deny} with input.image as [image]
}
