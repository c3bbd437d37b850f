package gapcheck.function.admits_named_callers_test

import data.gapcheck.function.admits_named_callers as policy

test_deny_open_url if _denied({"url_authorization": "none"}) == {["url_authorization"]}

test_deny_everybody if {
	permissions := [{"principal": "s3.amazonaws.com"}, {"principal": "*"}]
	_denied({"permissions": permissions}) == {["permissions", "1", "principal"]}
}

test_allow_signed_url if _denied({"url_authorization": "aws_iam"}) == set()

test_allow_limited_caller if {
	permissions := [{"principal": "*", "source": "arn:aws:s3:::in"}, {"principal": "*", "source_account": "o-1"}]
	_denied({"permissions": permissions}) == set()
}

test_allow_missing_permissions if _denied({}) == set()

test_subjects_are_functions_and_not_workflows if {
	policy.subjects == {"a"} with input.function as [{"id": "a"}, {"id": "b", "workflow": true}]
}

test_deny_each_way_of_everybody if {
	every it in ["allUsers", "allAuthenticatedUsers"] {
		_denied({"permissions": [{"principal": it}]}) == {["permissions", "0", "principal"]}
	}
}

_denied(facts) := paths if {
	function := object.union({"id": "terraform:.#import", "name": "import"}, facts)
	paths := {it.path | some it in policy.deny} with input.function as [function]
}
