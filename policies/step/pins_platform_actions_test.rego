package gapcheck.step.pins_platform_actions_test

import data.gapcheck.step.pins_platform_actions as policy

test_deny_tag if _denied({"owner": "actions", "pinned": false, "version": "v4"}) == {["uses", "pinned"]}

test_allow_commit if _denied({"owner": "actions", "pinned": true, "version": "11bd719"}) == set()

test_allow_others if _denied({"owner": "docker", "pinned": false, "version": "v3"}) == set()

# These are another policy's gaps.
test_allow_what_follows_every_commit if {
	every version in ["main", "master", "develop", "HEAD"] {
		_denied({"owner": "actions", "pinned": false, "version": version}) == set()
	}
}

test_allow_missing_version if _denied({"owner": "actions", "pinned": false}) == set()

test_allow_others_are_no_subjects if {
	policy.subjects == {"a"} with input.step as [{"id": "a", "uses": {"owner": "actions"}}, {"id": "b", "uses": {"owner": "docker"}}, {"id": "c"}]
}

_denied(facts) := paths if {
	uses := object.union({"reference": "a/b"}, facts)
	paths := {it.path | some it in policy.deny} with input.step as [{"id": "a", "name": "a", "uses": uses}]
}
