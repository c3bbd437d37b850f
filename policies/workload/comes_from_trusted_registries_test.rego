package gapcheck.workload.comes_from_trusted_registries_test

import data.gapcheck.workload.comes_from_trusted_registries as policy

test_deny_others if _denied({"image_registry": "docker.io", "image_repository": "them/shop"}) == {["image_registry"]}

test_deny_another_host if _denied({"image_registry": "registry.example.org", "image_repository": "shop"}) == {["image_registry"]}

test_allow_chosen if _denied({"image_registry": "registry.example.com", "image_repository": "team/shop"}) == set()

test_allow_chosen_part if _denied({"image_registry": "docker.io", "image_repository": "library/nginx"}) == set()

test_allow_built if _denied({"image_registry": "docker.io", "image_repository": "shop", "builds_image": true}) == set()

test_allow_missing if _denied({}) == set()

test_allow_nothing_chosen if {
	policy.deny == set() with input.workload as [{"id": "a", "name": "a", "image_registry": "docker.io", "image_repository": "shop"}]
}

test_deny_where_one_is_chosen if {
	count(policy.deny) == 1 with input.workload as [{"id": "a", "name": "a", "image_registry": "quay.io", "image_repository": "shop"}]
		with policy.parameters as {"registries": ["docker.io/**"]}
}

test_subjects_are_none_until_chosen if {
	policy.subjects == set() with input.workload as [{"id": "a", "image_registry": "docker.io"}]
}

test_subjects_name_an_image if {
	policy.subjects == {"a"} with input.workload as [{"id": "a", "image_registry": "docker.io"}, {"id": "b"}]
		with policy.parameters as _chosen
}

_chosen := {"registries": ["registry.example.com/**", "docker.io/library/*"]}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [subject] with policy.parameters as _chosen
}
