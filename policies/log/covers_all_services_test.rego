package gapcheck.log.covers_all_services_test

import data.gapcheck.log.covers_all_services as policy

test_deny_one_service if _denied([{"covers_all_services": false, "categories": ["DATA_READ"]}]) == {["covers_all_services"]}

test_allow_one_service_beside_all if {
	some_service := {"covers_all_services": false, "categories": ["DATA_READ"]}
	_denied([some_service, {"covers_all_services": true, "categories": ["DATA_READ"]}]) == set()
}

test_deny_one_service_beside_another_form if {
	some_service := {"covers_all_services": false, "categories": ["DATA_READ"]}
	_denied([some_service, {"form": "group", "covers_all_services": true}]) == {["covers_all_services"]}
}

test_deny_exempted if {
	facts := {"covers_all_services": true, "categories": ["DATA_READ"], "exempted": ["user:ann@example.com"]}
	_denied([facts]) == {["exempted", "0"]}
}

test_deny_no_data if _denied([{"covers_all_services": true, "categories": ["ADMIN_READ"]}]) == {["categories"]}

test_deny_nothing if _denied([{"covers_all_services": true}]) == {["categories"]}

test_allow_each if {
	every it in ["DATA_READ", "DATA_WRITE"] {
		_denied([{"covers_all_services": true, "categories": ["ADMIN_READ", it]}]) == set()
	}
}

test_allow_missing if _denied([{}]) == set()

test_allow_other_form if {
	_denied([{"form": "group", "covers_all_services": false, "exempted": ["user:ann@example.com"]}]) == set()
}

test_allow_other_form_without_data if _denied([{"form": "group", "covers_all_services": true}]) == set()

test_subjects_leave_others_out if {
	policy.subjects == {"a"} with input.log as [{"id": "a", "form": "audit"}, {"id": "b", "form": "group"}]
}

test_deny_one_service_beside_all_elsewhere if {
	some_service := {"id": "x#a", "covers_all_services": false, "categories": ["DATA_READ"]}
	elsewhere := {"id": "y#a", "covers_all_services": true, "categories": ["DATA_READ"]}
	_denied([some_service, elsewhere]) == {["covers_all_services"]}
}

test_allow_one_service_beside_all_in_one_configuration if {
	some_service := {"id": "x#a", "covers_all_services": false, "categories": ["DATA_READ"]}
	_denied([some_service, {"id": "x#b", "covers_all_services": true, "categories": ["DATA_READ"]}]) == set()
}

_denied(logs) := paths if {
	population := [object.union({"id": "a", "name": "a", "form": "audit"}, it) | some it in logs]
	paths := {it.path | some it in policy.deny} with input.log as population
}
