package gapcheck.repository.scans_its_images_test

import data.gapcheck.repository.scans_its_images as policy

test_deny_missing if _denied({"has_image_builds": true, "runs": {}}) == {["runs", "image_scan"]}

test_allow_present if _denied({"has_image_builds": true, "runs": {"image_scan": true}}) == set()

test_allow_nothing_to_ask if _denied({"has_image_builds": false}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"has_image_builds": true, "runs": {}})
	outside := object.union({"id": "b", "name": "b"}, {"has_image_builds": false})
	policy.subjects == {"a"} with input.repository as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
