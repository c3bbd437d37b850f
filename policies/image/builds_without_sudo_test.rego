package gapcheck.image.builds_without_sudo_test

import data.gapcheck.image.builds_without_sudo as policy

test_deny_sudo if _denied({"commands": [{"program": "cp", "sudo": false}, {"program": "apt-get", "sudo": true}]}) == {["commands", "1"]}

test_allow_plain if _denied({"commands": [{"program": "apt-get", "sudo": false}]}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_all_images if policy.subjects == {"a"} with input.image as [{"id": "a"}]

_denied(facts) := paths if {
	image := object.union({"id": "a", "name": "a", "format": "dockerfile"}, facts)
	paths := {it.path | some it in policy.deny} with input.image as [image]
}
