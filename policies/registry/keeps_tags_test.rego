package gapcheck.registry.keeps_tags_test

import data.gapcheck.registry.keeps_tags as policy

test_deny_off if _denied({"immutable_tags": false}) == {["immutable_tags"]}

test_deny_missing if _denied({}) == {["immutable_tags"]}

test_allow_on if _denied({"immutable_tags": true}) == set()

test_allow_packages if _denied({"form": "maven"}) == set()


_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"provider": "aws", "form": "docker"}, facts))
	paths := {it.path | some it in policy.deny} with input.registry as [subject]
}
