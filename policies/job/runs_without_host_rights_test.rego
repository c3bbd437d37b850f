package gapcheck.job.runs_without_host_rights_test

import data.gapcheck.job.runs_without_host_rights as policy

test_deny_host_rights if _denied({"host_rights": true}) == {["host_rights"]}

test_allow_images_alone if _denied({"images": []}) == set()

test_allow_missing if _denied({}) == set()

test_allow_others_are_no_subjects if {
	inside := {"id": "a", "name": "a", "images": []}
	outside := {"id": "b", "name": "b"}
	policy.subjects == {"a"} with input.job as [inside, outside]
}

test_subjects_tell_of_rights_or_images if {
	told := {"id": "a", "name": "a", "host_rights": false}
	policy.subjects == {"a", "b"} with input.job as [told, {"id": "b", "name": "b", "images": []}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.job as [subject]
}
