package gapcheck.document.describes_the_system_test

import data.gapcheck.document.describes_the_system as policy

test_deny_stub if _denied({"words": 2, "managed": false}) == {["words"]}

test_deny_overdue if _denied({"words": 40, "managed": false, "review_due": "2026-05-01"}) == {["review_due"]}

test_deny_managed_without_owner if _denied({"words": 40, "managed": true, "reviewed": "2026-01-01"}) == {["owner"]}

test_deny_managed_and_never_reviewed if _denied({"words": 40, "managed": true, "owner": "ann"}) == {["reviewed"]}

test_allow_managed if _denied({"words": 40, "managed": true, "owner": "ann", "reviewed": "2026-01-01"}) == set()

test_allow_kept if _denied({"words": 40, "managed": false}) == set()

test_allow_other_topics_are_no_subjects if {
	documents := [{"id": "a", "topic": "other", "words": 1}, {"id": "b", "topic": "architecture"}]
	policy.subjects == {"b"} with input.document as documents with input.today as "2026-06-01"
}

test_allow_other_topics_are_not_judged if _denied({"topic": "other", "words": 2}) == set()

_denied(facts) := paths if {
	document := object.union({"id": "a", "name": "a", "topic": "architecture"}, facts)
	paths := {it.path | some it in policy.deny} with input.document as [document] with input.today as "2026-06-01"
}
