package gapcheck.step.pins_actions_test

import data.gapcheck.step.pins_actions as policy

test_deny_tag if _denied({"uses": {"place": "repository", "owner": "acme", "reference": "acme/a@v1", "version": "v1", "pinned": false}}) == {["uses", "pinned"]}

test_deny_tag_of_an_image if _denied({"uses": {"place": "image", "reference": "docker://a:1", "pinned": false}}) == {["uses", "pinned"]}

test_deny_missing_version if _denied({"uses": {"place": "repository", "owner": "actions", "reference": "actions/a", "pinned": false}}) == {["uses", "pinned"]}

test_deny_branch_of_the_platform if _denied({"uses": {"place": "repository", "owner": "actions", "reference": "actions/a@main", "version": "main", "pinned": false}}) == {["uses", "pinned"]}

test_allow_tag_of_the_platform if _denied({"uses": {"place": "repository", "owner": "actions", "reference": "actions/a@v4", "version": "v4", "pinned": false}}) == set()

test_allow_commit if _denied({"uses": {"place": "repository", "owner": "acme", "reference": "acme/a@0", "version": "0", "pinned": true}}) == set()

test_allow_missing_action if _denied({"run": "make"}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"uses": {"place": "repository"}})
	outside := object.union({"id": "b", "name": "b"}, {"uses": {"place": "local"}})
	policy.subjects == {"a"} with input.step as [inside, outside]
}

test_allow_uses if {
	_denied({"uses": {"owner": "actions", "pinned": false, "place": "repository", "reference": "acme/a@v1", "version": "v1"}}) == set()
}

test_deny_uses if {
	_denied({"uses": {"owner": "actions", "pinned": false, "place": "repository", "reference": "actions/a@v4", "version": "master"}}) == {["uses", "pinned"]}
}

test_deny_uses_2 if {
	_denied({"uses": {"owner": "actions", "pinned": false, "place": "repository", "reference": "actions/a@v4", "version": "develop"}}) == {["uses", "pinned"]}
}

test_deny_uses_3 if {
	_denied({"uses": {"owner": "actions", "pinned": false, "place": "repository", "reference": "actions/a@v4", "version": "HEAD"}}) == {["uses", "pinned"]}
}

test_allow_uses_2 if {
	_denied({"uses": {"owner": "acme", "pinned": true, "place": "repository", "reference": "acme/a@0", "version": "main"}}) == set()
}

test_allow_uses_3 if _denied({"uses": {"pinned": true, "place": "image", "reference": "docker://a:1"}}) == set()

test_deny_pipe if {
	_denied({"format": "bitbucket", "uses": {"pinned": false, "place": "repository", "reference": "a/b:1", "owner": "a", "version": "1"}}) == {["uses", "pinned"]}
}

test_allow_tag_of_each_owner_of_a_platform if {
	every owner in ["actions", "atlassian"] {
		_denied({"uses": {"place": "repository", "owner": owner, "reference": "a/b@v4", "version": "v4", "pinned": false}}) == set()
	}
}

test_deny_names_what_to_pin_to if {
	_message({"uses": {"place": "image", "reference": "a:1", "pinned": false}}) == {"a:1 is not pinned to a digest"}
	_message({"format": "bitbucket", "uses": {"place": "repository", "reference": "a/b:1", "pinned": false}}) == {"a/b:1 is not pinned to a whole version"}
	_message({"uses": {"place": "repository", "reference": "a/b@v1", "pinned": false}}) == {"a/b@v1 is not pinned to a commit"}
}

_message(facts) := messages if {
	messages := {it.message | some it in policy.deny} with input.step as [object.union({"id": "a", "name": "a"}, facts)]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.step as [subject]
}
