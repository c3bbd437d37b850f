package gapcheck.pipeline.plans_before_it_applies_test

import data.gapcheck.pipeline.plans_before_it_applies as policy

test_deny_missing_plan if _denied({"runs": {"infrastructure_apply": true}}) == {["runs", "infrastructure_apply"]}

test_allow_plan if _denied({"runs": {"infrastructure_apply": true, "infrastructure_plan": true}}) == set()

test_allow_no_apply if _denied({"runs": {}}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"runs": {"infrastructure_apply": true}})
	outside := object.union({"id": "b", "name": "b"}, {"runs": {}})
	policy.subjects == {"a"} with input.pipeline as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.pipeline as [subject]
}
