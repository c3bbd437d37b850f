package gapcheck.document.records_recovery_tests_test

import data.gapcheck.document.records_recovery_tests as policy

test_deny_stub if _denied({"words": 2, "managed": false, "is_newest": true, "dated": "2026-05-30"}) == {["words"]}

test_deny_overdue if _denied({"words": 40, "managed": false, "is_newest": true, "dated": "2026-05-30", "review_due": "2026-05-01"}) == {["review_due"]}

test_deny_managed_without_owner if _denied({"words": 40, "is_newest": true, "dated": "2026-05-30", "managed": true, "reviewed": "2026-01-01"}) == {["owner"]}

test_deny_managed_and_never_reviewed if _denied({"words": 40, "is_newest": true, "dated": "2026-05-30", "managed": true, "owner": "ann"}) == {["reviewed"]}

test_allow_managed if _denied({"words": 40, "is_newest": true, "dated": "2026-05-30", "managed": true, "owner": "ann", "reviewed": "2026-01-01"}) == set()

test_allow_kept if _denied({"words": 40, "managed": false, "is_newest": true, "dated": "2026-05-30"}) == set()

test_allow_other_topics_are_no_subjects if {
	documents := [{"id": "a", "topic": "other", "is_newest": true}, {"id": "c", "topic": "recovery-test", "is_newest": false}, {"id": "b", "topic": "recovery-test", "is_newest": true}]
	policy.subjects == {"b"} with input.document as documents with input.today as "2026-06-01"
}

test_deny_old if _denied({"words": 40, "managed": false, "is_newest": true, "dated": "2024-01-01"}) == {["dated"]}

test_deny_missing_day if _denied({"words": 40, "managed": false, "is_newest": true}) == {["dated"]}

test_allow_other_topics_are_not_judged if _denied({"topic": "other", "words": 2, "is_newest": true}) == set()

test_allow_former_records_are_not_judged if _denied({"words": 2, "is_newest": false}) == set()

test_allow_on_the_last_day if _denied({"words": 40, "is_newest": true, "dated": "2025-06-01"}) == set()

test_deny_a_day_later if _denied({"words": 40, "is_newest": true, "dated": "2025-05-31"}) == {["dated"]}

_denied(facts) := paths if {
	document := object.union({"id": "a", "name": "a", "topic": "recovery-test"}, facts)
	paths := {it.path | some it in policy.deny} with input.document as [document] with input.today as "2026-06-01"
}
