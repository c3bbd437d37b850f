package gapcheck.job.pins_images_test

import data.gapcheck.job.pins_images as policy

test_deny_floating if _denied({"images": [{"reference": "node", "pin": "none"}]}) == {["images", "0", "pin"]}

test_allow_tag if _denied({"images": [{"reference": "node:22", "pin": "tag"}]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"images": []})
	outside := object.union({"id": "b", "name": "b"}, {})
	policy.subjects == {"a"} with input.job as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.job as [subject]
}
