package gapcheck.job.pins_reusable_workflows_test

import data.gapcheck.job.pins_reusable_workflows as policy

test_deny_branch if _denied({"uses": {"place": "repository", "owner": "a", "repository": "b", "reference": "a/b/.github/workflows/c.yml@main", "pinned": false}}) == {["uses", "pinned"]}

test_allow_generator_that_needs_a_tag if _denied({"uses": {"place": "repository", "owner": "slsa-framework", "repository": "slsa-github-generator", "reference": "slsa-framework/slsa-github-generator/.github/workflows/a.yml@v2", "pinned": false}}) == set()

test_allow_commit if _denied({"uses": {"place": "repository", "reference": "a/b/.github/workflows/c.yml@0", "pinned": true}}) == set()

test_allow_missing_call if _denied({}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"uses": {"place": "repository"}})
	outside := object.union({"id": "b", "name": "b"}, {"uses": {"place": "local"}})
	policy.subjects == {"a"} with input.job as [inside, outside]
}

test_allow_uses if {
	_denied({"uses": {"owner": "a", "pinned": false, "repository": "b", "reference": "a/b/.github/workflows/c.yml@main"}}) == set()
}

test_allow_uses_2 if {
	_denied({"uses": {"owner": "a", "pinned": true, "place": "repository", "reference": "a/b/.github/workflows/c.yml@main", "repository": "b"}}) == set()
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.job as [subject]
}
