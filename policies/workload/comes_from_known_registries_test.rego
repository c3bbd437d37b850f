package gapcheck.workload.comes_from_known_registries_test

import data.gapcheck.workload.comes_from_known_registries as policy

test_deny_unknown if _denied({"image_registry": "registry.example.org", "image_repository": "them/shop"}) == {["image_registry"]}

test_deny_name_that_begins_alike if _denied({"image_registry": "quay.io.example.org", "image_repository": "shop"}) == {["image_registry"]}

test_allow_known if _denied({"image_registry": "docker.io", "image_repository": "library/nginx"}) == set()

test_allow_first_middle_and_last if {
	_denied({"image_registry": "1.dkr.ecr.eu-central-1.amazonaws.com", "image_repository": "shop"}) == set()
	_denied({"image_registry": "registry.redhat.io", "image_repository": "ubi9/ubi"}) == set()
	_denied({"image_registry": "mcr.microsoft.com", "image_repository": "dotnet/aspnet"}) == set()
}

test_allow_built if {
	_denied({"image_registry": "registry.example.org", "image_repository": "shop", "builds_image": true}) == set()
}

test_allow_missing if _denied({}) == set()

test_subjects_name_an_image if {
	policy.subjects == {"a"} with input.workload as [
		{"id": "a", "image_registry": "docker.io", "image_repository": "shop"},
		{"id": "b"},
		{"id": "c", "image_registry": "docker.io"},
		{"id": "d", "image_registry": "docker.io", "image_repository": "shop", "builds_image": true},
	]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [subject]
}
