package gapcheck.image.pins_packages_test

import data.gapcheck.image.pins_packages as policy

test_deny_first_of_each_command if {
	packages := [
		{"manager": "apt", "name": "a", "command": 0, "version": "1"},
		{"manager": "apt", "name": "b", "command": 0},
		{"manager": "apt", "name": "c", "command": 0},
		{"manager": "pip", "name": "d", "command": 3},
		{"manager": "pip", "name": "e", "command": 4},
	]
	_denied({"packages": packages}) == {["packages", "1", "version"], ["packages", "3", "version"], ["packages", "4", "version"]}
}

test_deny_single if _denied({"packages": [{"manager": "apt", "name": "a", "command": 0}]}) == {["packages", "0", "version"]}

test_allow_fixed if _denied({"packages": [{"manager": "apt", "name": "a", "command": 0, "version": "1"}]}) == set()

test_allow_missing if _denied({"packages": []}) == set()

test_subjects_install_packages if policy.subjects == {"a"} with input.image as [{"id": "a", "packages": [{"version": "1"}]}, {"id": "b", "packages": []}]

test_messages_count_the_packages if {
	packages := [{"manager": "apt", "name": "a", "command": 0}, {"manager": "apt", "name": "b", "command": 0}, {"manager": "pip", "name": "c", "command": 1}]
	images := [{"id": "a", "name": "a", "packages": packages}]
	messages := {it.message | some it in policy.deny} with input.image as images
	messages == {"the build of a installs 2 packages of any version with apt", "the build of a installs a package of any version with pip"}
}

_denied(facts) := paths if {
	image := object.union({"id": "dockerfile:Dockerfile#image", "name": "web", "format": "dockerfile"}, facts)
	paths := {it.path | some it in policy.deny} with input.image as [image]
}
