package gapcheck.job.pins_images_by_digest_test

import data.gapcheck.job.pins_images_by_digest as policy

test_deny_tag if _denied({"images": [{"reference": "node:22.11", "pin": "tag"}]}) == {["images", "0", "pin"]}

test_deny_nothing_fixed if _denied({"images": [{"reference": "node", "pin": "none"}]}) == {["images", "0", "pin"]}

test_allow_digest if _denied({"images": [{"reference": "node@sha256:ab", "pin": "digest"}]}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_run_in_images if policy.subjects == {"a"} with input.job as [{"id": "a", "images": []}, {"id": "b"}]

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.job as [subject]
}
