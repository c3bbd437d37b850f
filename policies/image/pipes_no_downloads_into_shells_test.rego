package gapcheck.image.pipes_no_downloads_into_shells_test

import data.gapcheck.image.pipes_no_downloads_into_shells as policy

test_deny_shell if {
	commands := [{"program": "echo", "piped_to": "sh"}, {"program": "curl", "piped_to": "bash"}]
	_denied({"commands": commands}) == {["commands", "1"]}
}

test_allow_archive if _denied({"commands": [{"program": "curl", "piped_to": "tar"}]}) == set()

test_allow_file if _denied({"commands": [{"program": "curl"}]}) == set()

test_allow_missing if _denied({"commands": []}) == set()

test_subjects_are_all_images if policy.subjects == {"a"} with input.image as [{"id": "a"}]

test_deny_commands if {
	_denied({"commands": [{"piped_to": "sh", "program": "wget"}, {"piped_to": "bash", "program": "curl"}]}) == {["commands", "0"], ["commands", "1"]}
}

test_deny_commands_2 if _denied({"commands": [{"piped_to": ".", "program": "curl"}]}) == {["commands", "0"]}

test_deny_commands_3 if _denied({"commands": [{"piped_to": "perl", "program": "curl"}]}) == {["commands", "0"]}

test_deny_commands_4 if _denied({"commands": [{"piped_to": "zsh", "program": "curl"}]}) == {["commands", "0"]}

_denied(facts) := paths if {
	image := object.union({"id": "dockerfile:Dockerfile#image", "name": "web", "format": "dockerfile"}, facts)
	paths := {it.path | some it in policy.deny} with input.image as [image]
}
