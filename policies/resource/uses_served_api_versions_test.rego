package gapcheck.resource.uses_served_api_versions_test

import data.gapcheck.resource.uses_served_api_versions as policy

test_deny_removed if _denied({"api_version": "extensions/v1beta1", "kind": "Ingress"}) == {["api_version"]}

test_allow_other_kind_of_the_group if _denied({"api_version": "storage.k8s.io/v1beta1", "kind": "VolumeAttributesClass"}) == set()

test_allow_served if _denied({"api_version": "apps/v1", "kind": "Deployment"}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_objects_of_the_api if {
	resources := [{"id": "a", "format": "kubernetes", "api_version": "v1", "kind": "Pod"}, {"id": "b", "format": "terraform"}]
	policy.subjects == {"a"} with input.resource as resources
}

test_deny_names_the_release if {
	removed := [
		{"api_version": "admissionregistration.k8s.io/v1beta1", "kind": "MutatingWebhookConfiguration", "release": "1.22"},
		{"api_version": "extensions/v1beta1", "kind": "PodSecurityPolicy", "release": "1.16"},
		{"api_version": "storage.k8s.io/v1beta1", "kind": "VolumeAttachment", "release": "1.22"},
	]
	every it in removed {
		resource := {"id": "a", "name": "a", "format": "kubernetes", "api_version": it.api_version, "kind": it.kind}
		messages := {denial.message | some denial in policy.deny} with input.resource as [resource]
		messages == {sprintf("a is of %s, which Kubernetes serves no more since %s", [it.api_version, it.release])}
	}
}

test_allow_other_formats if _denied({"format": "terraform", "api_version": "extensions/v1beta1", "kind": "Ingress"}) == set()

test_subjects_name_version_and_kind if {
	resources := [
		{"id": "a", "format": "kubernetes", "kind": "Pod"},
		{"id": "b", "format": "kubernetes", "api_version": "v1"},
		{"id": "c", "format": "terraform", "api_version": "v1", "kind": "Pod"},
	]
	policy.subjects == set() with input.resource as resources
}

_denied(facts) := paths if {
	resource := object.union({"id": "a", "name": "a", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.resource as [resource]
}
