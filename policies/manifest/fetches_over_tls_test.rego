package gapcheck.manifest.fetches_over_tls_test

import data.gapcheck.manifest.fetches_over_tls as policy

test_deny_plain if _denied({"plain_sources": ["http://r.example"]}) == {["plain_sources", "0"]}

test_allow_none if _denied({"plain_sources": []}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_tell_of_sources if {
	policy.subjects == {"a"} with input.manifest as [{"id": "a", "plain_sources": []}, {"id": "b"}]
}

_denied(facts) := paths if {
	manifest := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.manifest as [manifest]
}
