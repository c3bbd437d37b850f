package gapcheck.endpoint.takes_no_snippets_test

import data.gapcheck.endpoint.takes_no_snippets as policy

test_deny_snippet if _denied({"snippets": ["server-snippet"]}) == {["snippets", "0"]}

test_allow_missing if _denied({}) == set()

test_allow_another_role if _denied({"role": "listener", "snippets": ["server-snippet"]}) == set()

test_subjects_are_ingresses if {
	policy.subjects == {"a"} with input.endpoint as [{"id": "a", "role": "ingress"}, {"id": "b", "role": "listener"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "role": "ingress"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
