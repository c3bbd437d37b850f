package gapcheck.image.pins_packages_test

import data.gapcheck.image.pins_packages as policy

test_deny_first_of_each_manager if {
	packages := [
		{"manager": "apt", "name": "a", "stage": "0", "version": "1"},
		{"manager": "apt", "name": "b", "stage": "0"},
		{"manager": "apt", "name": "c", "stage": "0"},
		{"manager": "pip", "name": "d", "stage": "0"},
	]
	_denied({"packages": packages}) == {["packages", "1", "version"], ["packages", "3", "version"]}
}

test_allow_fixed if _denied({"packages": [{"manager": "apt", "name": "a", "stage": "0", "version": "1"}]}) == set()

test_allow_missing if _denied({"packages": []}) == set()

test_subjects_install_packages if policy.subjects == {"a"} with input.image as [{"id": "a", "packages": [{"version": "1"}]}, {"id": "b", "packages": []}]

test_deny_packages if {
	_denied({"packages": [{"manager": "apt", "name": "a", "stage": "0"}]}) == {["packages", "0", "version"]}
}

test_deny_packages_2 if {
	_denied({"packages": [{"manager": "apt", "name": "a", "stage": "0", "version": "1"}, {"manager": "apt", "name": "b"}, {"manager": "apt", "name": "c", "stage": "0"}, {"manager": "pip", "name": "d", "stage": "0"}]}) == {["packages", "2", "version"], ["packages", "3", "version"]}
}

_denied(facts) := paths if {
	image := object.union({"id": "dockerfile:Dockerfile#image", "name": "web", "format": "dockerfile"}, facts)
	paths := {it.path | some it in policy.deny} with input.image as [image]
}
