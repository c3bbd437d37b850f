package gapcheck.step.pipes_no_downloads_into_shells_test

import data.gapcheck.step.pipes_no_downloads_into_shells as policy

test_deny_download if _denied({"downloads_run": ["curl x | sh"]}) == {["downloads_run", "0"]}

test_allow_none if _denied({"downloads_run": []}) == set()

test_allow_missing if _denied({}) == set()

test_allow_others_are_no_subjects if {
	inside := {"id": "a", "name": "a", "downloads_run": []}
	outside := {"id": "b", "name": "b"}
	policy.subjects == {"a"} with input.step as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.step as [subject]
}
