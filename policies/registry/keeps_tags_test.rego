package gapcheck.registry.keeps_tags_test

import data.gapcheck.registry.keeps_tags as policy

test_deny_off if _denied({"immutable_tags": false}) == {["immutable_tags"]}

test_deny_missing if _denied({}) == {["immutable_tags"]}

test_allow_on if _denied({"immutable_tags": true}) == set()

test_allow_packages if _denied({"form": "maven"}) == set()


test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "docker", "immutable_tags": true, "provider": "aws"},
		{"id": "b", "form": "docker"},
		{"id": "c", "form": "docker", "provider": "other"},
		{"id": "d", "form": "maven", "provider": "aws"},
	]
	policy.subjects == {"a"} with input.registry as population
}

test_deny_provider_google if _denied({"provider": "google"}) == {["immutable_tags"]}

test_allow_form_docker if {
	paths := {it.path | some it in policy.deny} with input.registry as [{"form": "docker", "id": "a", "name": "a"}]
	paths == set()
}

test_subjects_leave_others_out_2 if {
	population := [
		{"id": "a", "form": "docker", "provider": "other"},
	]
	policy.subjects == set() with input.registry as population
}

test_subjects_are_all_of_these if {
	population := [
		{"id": "a", "form": "docker", "provider": "google"},
	]
	policy.subjects == {"a"} with input.registry as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"provider": "aws", "form": "docker"}, facts))
	paths := {it.path | some it in policy.deny} with input.registry as [subject]
}
