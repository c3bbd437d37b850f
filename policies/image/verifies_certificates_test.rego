package gapcheck.image.verifies_certificates_test

import data.gapcheck.image.verifies_certificates as policy

test_deny_curl if _run("curl", ["-fsSL", "--insecure", "https://a"]) == {["commands", "0", "arguments", "1"]}

test_deny_short_options if _run("curl", ["-sSLk", "https://a"]) == {["commands", "0", "arguments", "0"]}

test_deny_wget if _run("wget", ["--no-check-certificate", "https://a"]) == {["commands", "0", "arguments", "0"]}

test_deny_pip if _run("pip", ["install", "--trusted-host=a", "b"]) == {["commands", "0", "arguments", "1"]}

test_deny_yum if _run("yum", ["--setopt=sslverify=false", "install", "a"]) == {["commands", "0", "arguments", "0"]}

test_deny_npm_option if _run("npm", ["install", "--strict-ssl=false"]) == {["commands", "0", "arguments", "1"]}

test_deny_npm_setting if _run("npm", ["config", "set", "strict-ssl", "false"]) == {["commands", "0"]}

test_deny_git if _run("git", ["-c", "http.sslVerify=false", "clone", "https://a"]) == {["commands", "0", "arguments", "1"]}

test_deny_variables if {
	variables := [
		{"name": "NODE_TLS_REJECT_UNAUTHORIZED", "value": "0"},
		{"name": "GIT_SSL_NO_VERIFY", "value": "1"},
		{"name": "PIP_TRUSTED_HOST", "value": "a"},
	]
	_denied({"variables": variables}) == {["variables", "0", "value"], ["variables", "1", "value"], ["variables", "2", "value"]}
}

test_allow_checked if _run("curl", ["-fsSL", "-o", "k", "https://a/-k"]) == set()

test_allow_other_variable if _denied({"variables": [{"name": "A", "value": "0"}, {"name": "NODE_TLS_REJECT_UNAUTHORIZED", "value": "1"}]}) == set()

test_allow_missing if _denied({"commands": [], "variables": []}) == set()

test_subjects_are_all_images if policy.subjects == {"a"} with input.image as [{"id": "a"}]

_run(program, arguments) := _denied({"commands": [{"program": program, "arguments": arguments}]})

_denied(facts) := paths if {
	image := object.union({"id": "dockerfile:Dockerfile#image", "name": "web", "format": "dockerfile"}, facts)
	paths := {it.path | some it in policy.deny} with input.image as [image]
}
