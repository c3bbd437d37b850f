package gapcheck.log.records_every_act_test

import data.gapcheck.log.records_every_act as policy

test_deny_each_missing if {
	every it in ["Write", "Delete", "Action"] {
		_denied({"categories": [other | some other in ["Write", "Delete", "Action"]; other != it]}) == {["categories"]}
	}
}

test_allow_all if _denied({"categories": ["Action", "Delete", "Write"]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_form if _denied({"form": "group", "categories": []}) == set()

test_subjects_leave_others_out if {
	policy.subjects == {"a"} with input.log as [{"id": "a", "form": "activity"}, {"id": "b", "form": "group"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "form": "activity"}, facts)
	paths := {it.path | some it in policy.deny} with input.log as [subject]
}
