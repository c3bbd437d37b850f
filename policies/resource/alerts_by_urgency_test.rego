package gapcheck.resource.alerts_by_urgency_test

import data.gapcheck.resource.alerts_by_urgency as policy

test_deny_alert_without_severity if {
	rules := [{"alert": "Sorted", "labels": {"severity": "critical"}}, {"alert": "Down", "labels": {"team": "shop"}}]
	_denied([{"name": "a", "rules": rules}]) == {["spec", "groups", "0", "rules", "1", "alert"]}
}

test_deny_missing_labels if {
	_denied([{"rules": []}, {"rules": [{"alert": "Down"}]}]) == {["spec", "groups", "1", "rules", "0", "alert"]}
}

test_allow_records if _denied([{"rules": [{"record": "job:errors:rate5m"}]}]) == set()

test_allow_missing if _denied([]) == set()

test_allow_other_kinds if {
	resource := {"id": "a", "name": "a", "kind": "Pod", "spec": {"groups": [{"rules": [{"alert": "Down"}]}]}}
	policy.deny == set() with input.resource as [resource]
}

test_subjects_hold_alerts if {
	groups := [{"rules": [{"record": "a"}, {"alert": "Down"}]}]
	resources := [
		{"id": "a", "kind": "PrometheusRule", "spec": {"groups": groups}},
		{"id": "b", "kind": "PrometheusRule", "spec": {"groups": [{"rules": [{"record": "a"}]}]}},
		{"id": "c", "kind": "Pod", "spec": {"groups": groups}},
	]
	policy.subjects == {"a"} with input.resource as resources
}

_denied(groups) := paths if {
	resource := {"id": "a", "name": "a", "format": "kubernetes", "kind": "PrometheusRule", "spec": {"groups": groups}}
	paths := {it.path | some it in policy.deny} with input.resource as [resource]
}
