package gapcheck.image.verifies_packages_test

import data.gapcheck.image.verifies_packages as policy

test_deny_apk if _run("apk", ["add", "--allow-untrusted", "a.apk"]) == {["commands", "0", "arguments", "1"]}

test_deny_apt if _run("apt-get", ["install", "-y", "--force-yes", "a"]) == {["commands", "0", "arguments", "2"]}

test_deny_yum if _run("yum", ["install", "--nogpgcheck", "a"]) == {["commands", "0", "arguments", "1"]}

test_deny_rpm if _run("rpm", ["-i", "--nosignature", "a"]) == {["commands", "0", "arguments", "1"]}

test_deny_zypper if _run("zypper", ["--no-gpg-checks", "install", "a"]) == {["commands", "0", "arguments", "0"]}

test_allow_checked if _run("apt-get", ["install", "-y", "a"]) == set()

test_allow_option_of_another if _run("echo", ["--nogpgcheck"]) == set()

test_allow_missing if _denied({"commands": []}) == set()

test_subjects_are_all_images if policy.subjects == {"a"} with input.image as [{"id": "a"}]

test_allow_commands if _denied({"commands": [{"arguments": ["other", "-y", "a"], "program": "apt-get"}]}) == set()

test_deny_commands if {
	_denied({"commands": [{"arguments": ["add", "--nogpgcheck", "a.apk"], "program": "dnf"}]}) == {["commands", "0", "arguments", "1"]}
}

test_deny_commands_2 if {
	_denied({"commands": [{"arguments": ["--nogpgcheck"], "program": "microdnf"}]}) == {["commands", "0", "arguments", "0"]}
}

test_allow_commands_2 if {
	_denied({"commands": [{"arguments": ["add", "--nogpgcheck", "a.apk"], "program": "other"}]}) == set()
}

test_allow_commands_3 if _denied({"commands": [{"arguments": ["install", "other", "a"], "program": "yum"}]}) == set()

test_allow_commands_4 if _denied({"commands": [{"arguments": ["-i", "other", "a"], "program": "rpm"}]}) == set()

test_deny_commands_3 if {
	_denied({"commands": [{"arguments": ["-i", "--nogpg", "a"], "program": "rpm"}]}) == {["commands", "0", "arguments", "1"]}
}

test_allow_commands_5 if {
	_denied({"commands": [{"arguments": ["message", "-y", "other", "a"], "program": "apt-get"}]}) == set()
}

test_deny_commands_4 if {
	_denied({"commands": [{"arguments": ["APT::Get::AllowUnauthenticated=true", "-y", "a"], "program": "apt-get"}]}) == {["commands", "0", "arguments", "0"]}
}

test_allow_commands_6 if _denied({"commands": [{"arguments": ["--nogpgcheck"], "program": "other"}]}) == set()

test_allow_commands_7 if _denied({"commands": [{"arguments": ["install", "other", "a"], "program": "yum"}]}) == set()

test_allow_commands_8 if _denied({"commands": [{"arguments": ["-i", "other", "a"], "program": "rpm"}]}) == set()

test_deny_commands_5 if {
	_denied({"commands": [{"arguments": ["APT::Get::AllowUnauthenticated=true", "-y", "a"], "program": "apt"}]}) == {["commands", "0", "arguments", "0"]}
}

test_deny_commands_6 if {
	_denied({"commands": [{"arguments": ["--allow-unauthenticated", "-y", "other", "a"], "program": "apt-get"}]}) == {["commands", "0", "arguments", "0"]}
}

test_deny_commands_7 if {
	_denied({"commands": [{"arguments": ["--nogpgcheck"], "program": "microdnf"}, {"arguments": ["--nogpgcheck"], "program": "tdnf"}]}) == {["commands", "0", "arguments", "0"], ["commands", "1", "arguments", "0"]}
}

test_deny_commands_8 if {
	_denied({"commands": [{"arguments": ["install", "--setopt=gpgcheck=0", "a"], "program": "yum"}]}) == {["commands", "0", "arguments", "1"]}
}

test_deny_commands_9 if {
	_denied({"commands": [{"arguments": ["-i", "--nogpg", "--nodigest"], "program": "rpm"}]}) == {["commands", "0", "arguments", "1"], ["commands", "0", "arguments", "2"]}
}

test_deny_commands_10 if {
	_denied({"commands": [{"arguments": ["--noverify", "--nogpg", "a"], "program": "rpm"}]}) == {["commands", "0", "arguments", "0"], ["commands", "0", "arguments", "1"]}
}

test_deny_options_of_each_manager if {
	every program, option in {
		"apt": "-oAPT::Get::AllowUnauthenticated=true",
		"apt-get": "-o=APT::Get::AllowUnauthenticated=true",
		"dnf": "--no-gpgchecks",
		"rpm": "--nofiledigest",
	} {
		_run(program, [option]) == {["commands", "0", "arguments", "0"]}
	}
}

_run(program, arguments) := _denied({"commands": [{"program": program, "arguments": arguments}]})

_denied(facts) := paths if {
	image := object.union({"id": "dockerfile:Dockerfile#image", "name": "web", "format": "dockerfile"}, facts)
	paths := {it.path | some it in policy.deny} with input.image as [image]
}
