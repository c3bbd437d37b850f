package gapcheck.image.adds_no_unchecked_downloads_test

import data.gapcheck.image.adds_no_unchecked_downloads as policy

test_deny_address if {
	additions := [{"source": ".", "remote": false}, {"source": "https://a/b", "remote": true}]
	_denied({"additions": additions}) == {["additions", "1", "source"]}
}

test_allow_checksum if _denied({"additions": [{"source": "https://a/b", "remote": true, "checksum": "sha256:c"}]}) == set()

test_allow_missing if _denied({"additions": []}) == set()

test_subjects_are_all_images if policy.subjects == {"a"} with input.image as [{"id": "a"}]

_denied(facts) := paths if {
	image := object.union({"id": "dockerfile:Dockerfile#image", "name": "web", "format": "dockerfile"}, facts)
	paths := {it.path | some it in policy.deny} with input.image as [image]
}
