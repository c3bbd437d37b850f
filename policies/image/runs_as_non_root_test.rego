package gapcheck.image.runs_as_non_root_test

import data.gapcheck.image.runs_as_non_root as policy

test_deny_root if _denied({"user": "root"}) == {["user"]}

test_deny_number if _denied({"user": "0"}) == {["user"]}

test_deny_missing if _denied({"base_images": [{"image": "debian:12", "final": true}]}) == {["user"]}

test_allow_user if _denied({"user": "app"}) == set()

test_allow_base_without_root if _denied({"base_images": [{"image": "gcr.io/distroless/static:nonroot", "final": true}]}) == set()

test_allow_publisher_without_root if _denied({"base_images": [{"image": "cgr.dev/chainguard/node", "registry": "cgr.dev", "final": true}]}) == set()

test_subjects_are_all_images if policy.subjects == {"a"} with input.image as [{"id": "a"}]

test_deny_base_images if _denied({"base_images": [{"image": "gcr.io/distroless/static:nonroot"}]}) == {["user"]}

test_allow_base_images if _denied({"base_images": [{"final": true, "image": "rootless"}]}) == set()

test_allow_base_images_2 if _denied({"base_images": [{"final": true, "image": "unprivileged"}]}) == set()

test_deny_base_images_2 if {
	_denied({"base_images": [{"registry": "cgr.dev", "image": "cgr.dev/chainguard/node"}]}) == {["user"]}
}

test_deny_user_empty if {
	paths := {it.path | some it in policy.deny} with input.image as [{"id": "a", "name": "a", "user": ""}]
	paths == {["user"]}
}

_denied(facts) := paths if {
	image := object.union({"id": "dockerfile:Dockerfile#image", "name": "web", "format": "dockerfile"}, facts)
	paths := {it.path | some it in policy.deny} with input.image as [image]
}
