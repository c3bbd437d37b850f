package gapcheck.workload.pins_image_by_digest_test

import data.gapcheck.workload.pins_image_by_digest as policy

test_deny_tag if _denied({"image": "shop:1.0"}) == {["image"]}

test_allow_digest if _denied({"image": "shop@sha256:ab", "image_digest": "sha256:ab"}) == set()

test_allow_no_image if _denied({}) == set()

test_allow_ephemeral if _denied({"image": "shop:1.0", "container_type": "ephemeral"}) == set()

test_allow_compose if _denied({"image": "shop:1.0", "format": "compose"}) == set()

test_subjects_name_an_image if {
	policy.subjects == {"a"} with input.workload as [
		{"id": "a", "format": "kubernetes", "container_type": "main", "image": "shop:1.0"},
		{"id": "b", "format": "kubernetes", "container_type": "main"},
		{"id": "c", "format": "compose", "container_type": "main", "image": "shop:1.0"},
	]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "format": "kubernetes", "container_type": "main"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [subject]
}
