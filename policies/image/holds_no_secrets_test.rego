package gapcheck.image.holds_no_secrets_test

import data.gapcheck.image.holds_no_secrets as policy

test_deny_value if {
	variables := [{"name": "A", "value": "b", "instruction": "ENV"}, {"name": "TOKEN", "value": "<redacted>", "instruction": "ENV"}]
	_denied({"variables": variables}) == {["variables", "1", "value"]}
}

test_deny_build_argument if _denied({"variables": [{"name": "npm_token", "instruction": "ARG"}]}) == {["variables", "0", "name"]}

test_allow_other_argument if _denied({"variables": [{"name": "VERSION", "instruction": "ARG"}]}) == set()

test_allow_missing if _denied({"variables": []}) == set()

test_subjects_are_all_images if policy.subjects == {"a"} with input.image as [{"id": "a"}]

_denied(facts) := paths if {
	image := object.union({"id": "dockerfile:Dockerfile#image", "name": "web", "format": "dockerfile"}, facts)
	paths := {it.path | some it in policy.deny} with input.image as [image]
}
