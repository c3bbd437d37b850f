package gapcheck.repository.names_owners_for_infrastructure_test

import data.gapcheck.repository.names_owners_for_infrastructure as policy

test_deny_unowned if _denied(["a", "b"]) == {["code_owners", "unowned_infrastructure", "0"], ["code_owners", "unowned_infrastructure", "1"]}

test_allow_owned if _denied([]) == set()

test_allow_missing_file_is_no_subject if {
	subjects := policy.subjects with input.repository as [_repository([]), {"id": "b", "name": "b"}]
	subjects == {"a"}
}

test_allow_missing_file if {
	denied := policy.deny with input.repository as [{"id": "b", "name": "b"}]
	denied == set()
}

_repository(unowned) := {"id": "a", "name": "a", "code_owners": {"path": "CODEOWNERS", "unowned_infrastructure": unowned}}

_denied(unowned) := paths if {
	paths := {it.path | some it in policy.deny} with input.repository as [_repository(unowned)]
}
