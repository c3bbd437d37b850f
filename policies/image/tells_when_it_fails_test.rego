package gapcheck.image.tells_when_it_fails_test

import data.gapcheck.image.tells_when_it_fails as policy

test_deny_missing if _denied({}) == {["healthcheck"]}

test_deny_turned_off if _denied({"healthcheck": "NONE"}) == {["healthcheck"]}

test_allow_check if _denied({"healthcheck": "CMD /health"}) == set()

test_subjects_are_all_images if policy.subjects == {"a"} with input.image as [{"id": "a"}]

_denied(facts) := paths if {
	image := object.union({"id": "dockerfile:Dockerfile#image", "name": "web", "format": "dockerfile"}, facts)
	paths := {it.path | some it in policy.deny} with input.image as [image]
}
