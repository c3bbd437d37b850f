package gapcheck.image.holds_no_secrets_test

import data.gapcheck.image.holds_no_secrets as policy

test_deny_value if {
	variables := [{"name": "A", "value": "b", "instruction": "ENV"}, {"name": "TOKEN", "value": "<redacted>", "instruction": "ENV"}]
	_denied({"variables": variables}) == {["variables", "1", "value"]}
}

test_deny_build_argument if _denied({"variables": [{"name": "npm_token", "instruction": "ARG"}]}) == {["variables", "0", "name"]}

test_deny_command if {
	_denied({"commands": [{"program": "curl", "text": "curl -u a:<redacted> x"}]}) == {["commands", "0"]}
}

test_deny_key if _denied({"additions": [{"source": "id_rsa"}]}) == {["additions", "0", "source"]}

test_deny_key_in_a_folder if _denied({"additions": [{"source": "home/.netrc"}]}) == {["additions", "0", "source"]}

test_allow_other_files if _denied({"additions": [{"source": "id_rsa.pub"}], "commands": [{"program": "ls", "text": "ls"}]}) == set()

test_allow_other_argument if _denied({"variables": [{"name": "VERSION", "instruction": "ARG"}]}) == set()

test_allow_missing if _denied({"variables": []}) == set()

test_subjects_are_all_images if policy.subjects == {"a"} with input.image as [{"id": "a"}]

test_allow_additions if _denied({"additions": [{"source": "other"}]}) == set()

test_allow_variables if _denied({"variables": [{"instruction": "", "name": "npm_token"}]}) == set()

test_deny_variables if {
	_denied({"variables": [{"instruction": "ARG", "name": "VERSION"}, {"instruction": "ARG", "name": "PASSWORD"}]}) == {["variables", "1", "name"]}
}

test_deny_variables_2 if {
	_denied({"variables": [{"instruction": "ARG", "name": "SECRET"}]}) == {["variables", "0", "name"]}
}

test_deny_variables_3 if {
	_denied({"variables": [{"instruction": "ARG", "name": "APIKEY"}]}) == {["variables", "0", "name"]}
}

test_deny_variables_4 if {
	_denied({"variables": [{"instruction": "ARG", "name": "VERSION"}, {"instruction": "ARG", "name": "ACCESS_KEY"}]}) == {["variables", "1", "name"]}
}

test_allow_additions_2 if _denied({"additions": [{"source": "other"}]}) == set()

test_deny_variables_5 if {
	_denied({"variables": [{"instruction": "ARG", "name": "PASSWD"}]}) == {["variables", "0", "name"]}
}

test_deny_variables_6 if {
	_denied({"variables": [{"instruction": "ARG", "name": "API_KEY"}]}) == {["variables", "0", "name"]}
}

test_deny_variables_7 if {
	_denied({"variables": [{"instruction": "ARG", "name": "PRIVATE_KEY"}]}) == {["variables", "0", "name"]}
}

test_deny_settings_of_a_registry if {
	_denied({"additions": [{"source": "home/.docker/config.json"}]}) == {["additions", "0", "source"]}
}

test_allow_argument_with_a_value if _denied({"variables": [{"name": "TOKEN", "instruction": "ARG", "value": "none"}]}) == set()

_denied(facts) := paths if {
	image := object.union({"id": "dockerfile:Dockerfile#image", "name": "web", "format": "dockerfile"}, facts)
	paths := {it.path | some it in policy.deny} with input.image as [image]
}
