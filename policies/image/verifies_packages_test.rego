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

_run(program, arguments) := _denied({"commands": [{"program": program, "arguments": arguments}]})

_denied(facts) := paths if {
	image := object.union({"id": "dockerfile:Dockerfile#image", "name": "web", "format": "dockerfile"}, facts)
	paths := {it.path | some it in policy.deny} with input.image as [image]
}
