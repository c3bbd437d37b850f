package gapcheck.document.keeps_its_claims_test

import data.gapcheck.document.keeps_its_claims as policy

_place := {["claims", "0", "held_against", "0", "value"]}

test_deny_less if _denied({"at_least": 35}, 7) == _place

test_allow_as_much if _denied({"at_least": 35}, 35) == set()

test_allow_without_end if _denied({"at_least": 35, "endless": 0}, 0) == set()

test_deny_more if _denied({"at_most": 90}, 91) == _place

test_deny_without_end if _denied({"at_most": 90, "endless": 0}, 0) == _place

test_allow_no_more if _denied({"at_most": 90}, 90) == set()

test_deny_another if _denied({"exactly": 3}, 2) == _place

test_allow_the_one if _denied({"exactly": 3}, 3) == set()

test_deny_no if _denied({"is": true}, false) == _place

test_allow_yes if _denied({"is": true}, true) == set()

test_allow_missing_is_no_subject if policy.subjects == set() with input.document as [{"id": "a", "claims": []}, {"id": "b"}]

test_allow_claiming_is_a_subject if policy.subjects == {"a"} with input.document as [{"id": "a", "claims": [{}]}]

_denied(bound, value) := paths if {
	claim := object.union({"claim": "x", "written": "y", "held_against": [{"name": "main", "value": value}]}, bound)
	document := {"id": "a", "name": "a", "claims": [claim]}
	paths := {it.path | some it in policy.deny} with input.document as [document]
}
