package gapcheck.image.comes_from_trusted_registries_test

import data.gapcheck.image.comes_from_trusted_registries as policy

test_deny_others if _denied([{"registry": "quay.io", "repository": "them/base"}]) == {["base_images", "0", "registry"]}

test_deny_second if {
	_denied([
		{"registry": "docker.io", "repository": "library/alpine"},
		{"registry": "docker.io", "repository": "them/base"},
	]) == {["base_images", "1", "registry"]}
}

test_allow_chosen if _denied([{"registry": "registry.example.com", "repository": "team/base"}]) == set()

test_allow_missing if _denied([]) == set()

test_allow_nothing_chosen if {
	policy.deny == set() with input.image as [{"id": "a", "name": "a", "base_images": [{"registry": "quay.io", "repository": "b"}]}]
}

test_deny_where_one_is_chosen if {
	count(policy.deny) == 1 with input.image as [{"id": "a", "name": "a", "base_images": [{"registry": "quay.io", "repository": "b"}]}]
		with policy.parameters as {"registries": ["docker.io/**"]}
}

test_subjects_are_none_until_chosen if {
	policy.subjects == set() with input.image as [{"id": "a", "base_images": [{"registry": "quay.io", "repository": "b"}]}]
}

test_subjects_have_a_base if {
	policy.subjects == {"a"} with input.image as [
		{"id": "a", "base_images": [{"registry": "quay.io", "repository": "b"}]},
		{"id": "b", "base_images": []},
	]
		with policy.parameters as _chosen
}

_chosen := {"registries": ["registry.example.com/**", "docker.io/library/*"]}

_denied(bases) := paths if {
	subject := {"id": "a", "name": "a", "base_images": bases}
	paths := {it.path | some it in policy.deny} with input.image as [subject] with policy.parameters as _chosen
}
