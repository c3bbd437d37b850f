package gapcheck.lib.documents_test

import data.gapcheck.lib.documents

_kept := {"managed": true, "words": 40, "owner": "ann", "reviewed": "2026-01-01", "review_due": "2027-01-01"}

_lacking(document) := {it.fact | some it in documents.shortcomings(document, "2026-06-01")}

test_kept_lacks_nothing if _lacking(_kept) == set()

test_named_only_lacks_nothing if _lacking({"managed": false, "words": 40}) == set()

test_stub_says_nothing if _lacking({"managed": false, "words": 3}) == {"words"}

test_owner_and_review_are_asked_for if _lacking({"managed": true, "words": 40}) == {"owner", "reviewed"}

test_overdue if _lacking(object.union(_kept, {"review_due": "2026-05-31"})) == {"review_due"}
