package gapcheck.image.exposes_no_ssh_test

import data.gapcheck.image.exposes_no_ssh as policy

test_deny_ssh if {
	ports := [{"port": 80, "protocol": "tcp"}, {"port": 22, "protocol": "tcp"}]
	_denied({"ports": ports}) == {["ports", "1", "port"]}
}

test_allow_other_protocol if _denied({"ports": [{"port": 22, "protocol": "udp"}]}) == set()

test_allow_missing if _denied({"ports": []}) == set()

test_subjects_are_all_images if policy.subjects == {"a"} with input.image as [{"id": "a"}]

test_deny_ranges if {
	every ports in ["20-25", "22-22", "22-30", "9-22"] {
		_denied({"ports": [{"port": ports, "protocol": "tcp"}]}) == {["ports", "0", "port"]}
	}
}

test_allow_ranges_beside_it if {
	every ports in ["23-30", "9-21", "20:25", "20", "a-b"] {
		_denied({"ports": [{"port": ports, "protocol": "tcp"}]}) == set()
	}
}

_denied(facts) := paths if {
	image := object.union({"id": "dockerfile:Dockerfile#image", "name": "web", "format": "dockerfile"}, facts)
	paths := {it.path | some it in policy.deny} with input.image as [image]
}
