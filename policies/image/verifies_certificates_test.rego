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

test_allow_commands if _denied({"commands": [{"arguments": ["config", "set", "false"], "program": "npm"}]}) == set()

test_allow_commands_2 if {
	_denied({"commands": [{"arguments": ["install", "http.sslverify"], "program": "npm"}]}) == set()
}

test_deny_commands if {
	_denied({"commands": [{"arguments": ["-sSLk", "https://a"], "program": "curl"}, {"arguments": ["-sSLk", "other"], "program": "curl"}]}) == {["commands", "0", "arguments", "0"], ["commands", "1", "arguments", "0"]}
}

test_allow_commands_3 if {
	_denied({"commands": [{"arguments": ["--trusted-host", "https://a"], "program": "wget"}]}) == set()
}

test_deny_commands_2 if {
	_denied({"commands": [{"arguments": ["-sSLk", "https://a"], "program": "curl"}, {"arguments": ["http.sslverify=false", "https://a"], "program": "curl"}]}) == {["commands", "0", "arguments", "0"]}
}

test_allow_commands_4 if {
	_denied({"commands": [{"arguments": ["strict-ssl=false", "install", "a"], "program": "yum"}]}) == set()
}

test_deny_commands_3 if {
	_denied({"commands": [{"arguments": ["-sSLk", "strict-ssl=false"], "program": "curl"}]}) == {["commands", "0", "arguments", "0"]}
}

test_deny_commands_4 if {
	_denied({"commands": [{"arguments": ["install", "strict-ssl=false"], "program": "npm"}]}) == {["commands", "0", "arguments", "1"]}
}

test_deny_commands_5 if {
	_denied({"commands": [{"arguments": ["install", "--strict-ssl=false"], "program": "npm"}, {"arguments": ["install", "other"], "program": "npm"}]}) == {["commands", "0", "arguments", "1"]}
}

test_deny_commands_6 if {
	_denied({"commands": [{"arguments": ["-c", "http.sslVerify=false", "clone", "https://a"], "program": "git"}, {"arguments": ["-c", "other", "clone", "https://a"], "program": "git"}]}) == {["commands", "0", "arguments", "1"]}
}

test_deny_variables_2 if {
	_denied({"variables": [{"name": "PYTHONHTTPSVERIFY", "value": "0"}, {"name": "NODE_TLS_REJECT_UNAUTHORIZED", "value": "1"}]}) == {["variables", "0", "value"]}
}

test_deny_variables_3 if {
	_denied({"variables": [{"name": "NPM_CONFIG_STRICT_SSL", "value": "0"}, {"name": "GIT_SSL_NO_VERIFY", "value": "1"}, {"name": "PIP_TRUSTED_HOST", "value": "a"}]}) == {["variables", "0", "value"], ["variables", "1", "value"], ["variables", "2", "value"]}
}

test_allow_commands_5 if {
	_denied({"commands": [{"arguments": ["other", "strict-ssl=false"], "program": "curl"}]}) == set()
}

test_deny_commands_7 if {
	_denied({"commands": [{"arguments": ["strict-ssl=false", "install", "a"], "program": "yum"}, {"arguments": ["http.sslverify=0", "install", "a"], "program": "yum"}]}) == {["commands", "1", "arguments", "0"]}
}

test_deny_commands_8 if {
	_denied({"commands": [{"arguments": ["--setopt=sslverify=false", "sslverify=", "a"], "program": "yum"}]}) == {["commands", "0", "arguments", "0"]}
}

test_allow_commands_6 if _denied({"commands": [{"arguments": ["other", "set", "false"], "program": "npm"}]}) == set()

test_deny_commands_9 if {
	_denied({"commands": [{"arguments": ["other", "http.sslVerify=false", "clone", "https://a"], "program": "git"}, {"arguments": ["-c", "other", "clone", "https://a"], "program": "git"}]}) == {["commands", "0", "arguments", "1"]}
}

test_deny_variables_4 if {
	_denied({"variables": [{"name": "NPM_CONFIG_STRICT_SSL", "value": "other"}, {"name": "GIT_SSL_NO_VERIFY", "value": "1"}, {"name": "PIP_TRUSTED_HOST", "value": "a"}]}) == {["variables", "1", "value"], ["variables", "2", "value"]}
}

test_deny_variables_5 if {
	_denied({"variables": [{"name": "NODE_TLS_REJECT_UNAUTHORIZED", "value": "0"}, {"name": "GIT_SSL_NO_VERIFY", "value": "1"}, {"name": "PIP_TRUSTED_HOST", "value": "a"}, {"name": "GIT_SSL_NO_VERIFY", "value": "0"}]}) == {["variables", "0", "value"], ["variables", "1", "value"], ["variables", "2", "value"]}
}

test_deny_commands_10 if {
	_denied({"commands": [{"arguments": ["other", "--proxy-insecure"], "program": "curl"}]}) == {["commands", "0", "arguments", "1"]}
}

test_deny_commands_11 if {
	_denied({"commands": [{"arguments": ["--no-strict-ssl", "strict-ssl=false"], "program": "npm"}]}) == {["commands", "0", "arguments", "0"], ["commands", "0", "arguments", "1"]}
}

test_deny_commands_12 if {
	_denied({"commands": [{"arguments": ["other", "http.sslVerify=false", "clone", "https://a"], "program": "git"}, {"arguments": ["-c", "other", "clone", "https://a"], "program": "git"}, {"arguments": ["http.sslverify=0", "http.sslVerify=false", "clone", "https://a"], "program": "git"}]}) == {["commands", "0", "arguments", "1"], ["commands", "2", "arguments", "0"], ["commands", "2", "arguments", "1"]}
}

test_deny_variables_6 if {
	_denied({"variables": [{"name": "NPM_CONFIG_STRICT_SSL", "value": "false"}, {"name": "GIT_SSL_NO_VERIFY", "value": "1"}, {"name": "PIP_TRUSTED_HOST", "value": "a"}]}) == {["variables", "0", "value"], ["variables", "1", "value"], ["variables", "2", "value"]}
}

test_deny_short_option if _run("curl", ["-k", "https://a"]) == {["commands", "0", "arguments", "0"]}

test_allow_short_option_with_a_value if _run("curl", ["-obook", "https://a"]) == set()

test_deny_settings_of_each_program if {
	every program, setting in {"npm": "strict-ssl", "yarn": "strict-ssl", "pnpm": "strict-ssl", "git": "http.sslVerify"} {
		_run(program, ["config", "set", setting, "false"]) == {["commands", "0"]}
	}
}

test_deny_setting_by_number if _run("git", ["config", "http.sslVerify", "0"]) == {["commands", "0"]}

test_allow_settings_of_other_programs if _run("echo", ["strict-ssl", "false"]) == set()

test_deny_hosts_of_each_program if {
	every program in ["pip2", "pip3", "python", "python3"] {
		_run(program, ["--trusted-host", "a"]) == {["commands", "0", "arguments", "0"]}
	}
}

test_deny_packages_of_each_program if {
	every program in ["dnf", "microdnf", "tdnf", "yum-config-manager"] {
		_run(program, ["--setopt=sslverify=0"]) == {["commands", "0", "arguments", "0"]}
	}
}

test_deny_options_of_each_program if {
	every program in ["yarn", "pnpm"] {
		_run(program, ["--strict-ssl=false"]) == {["commands", "0", "arguments", "0"]}
	}
}

test_allow_variables_without_effect if {
	_denied({"variables": [
		{"name": "GIT_SSL_NO_VERIFY", "value": ""},
		{"name": "GIT_SSL_NO_VERIFY", "value": "false"},
		{"name": "PIP_TRUSTED_HOST", "value": ""},
	]}) == set()
}

test_deny_option_with_a_word_of_its_own if _run("npm", ["install", "--strict-ssl", "false"]) == {["commands", "0"]}

test_deny_settings_of_pip if {
	every setting in ["global.trusted-host", "install.trusted-host"] {
		_run("pip", ["config", "set", setting, "a"]) == {["commands", "0", "arguments", "2"]}
	}
}

test_deny_variables_of_a_command if {
	variables := [{"name": "A", "value": "0"}, {"name": "GIT_SSL_NO_VERIFY", "value": "1"}]
	_denied({"commands": [{"program": "git", "arguments": [], "variables": variables}]}) == {["commands", "0", "variables", "1"]}
}

_run(program, arguments) := _denied({"commands": [{"program": program, "arguments": arguments}]})

_denied(facts) := paths if {
	image := object.union({"id": "dockerfile:Dockerfile#image", "name": "web", "format": "dockerfile"}, facts)
	paths := {it.path | some it in policy.deny} with input.image as [image]
}
