package gapcheck.image.comes_from_known_registries_test

import data.gapcheck.image.comes_from_known_registries as policy

test_deny_unknown if _denied([{"registry": "registry.example.org", "repository": "base"}]) == {["base_images", "0", "registry"]}

test_deny_second if {
	_denied([
		{"registry": "docker.io", "repository": "library/alpine"},
		{"registry": "registry.example.org", "repository": "base"},
	]) == {["base_images", "1", "registry"]}
}

test_allow_known if _denied([{"registry": "docker.io", "repository": "library/alpine"}]) == set()

test_allow_first_middle_and_last if {
	_denied([
		{"registry": "1.dkr.ecr.eu-central-1.amazonaws.com", "repository": "base"},
		{"registry": "mcr.microsoft.com", "repository": "dotnet/aspnet"},
		{"registry": "registry.redhat.io", "repository": "ubi9/ubi"},
	]) == set()
}

test_allow_missing if _denied([]) == set()

test_allow_unknown_registry if _denied([{"repository": "base"}]) == set()

test_subjects_have_a_base if {
	policy.subjects == {"a"} with input.image as [
		{"id": "a", "base_images": [{"registry": "docker.io", "repository": "b"}]},
		{"id": "b", "base_images": []},
	]
}

_denied(bases) := paths if {
	subject := {"id": "a", "name": "a", "base_images": bases}
	paths := {it.path | some it in policy.deny} with input.image as [subject]
}
