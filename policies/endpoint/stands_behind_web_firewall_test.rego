package gapcheck.endpoint.stands_behind_web_firewall_test

import data.gapcheck.endpoint.stands_behind_web_firewall as policy

_front := {"public": true, "supports_waf": true}

test_deny_without_firewall if _denied(object.union(_front, {"waf": false})) == {["waf"]}

test_allow_firewall if _denied(object.union(_front, {"waf": true})) == set()

test_allow_inner_endpoint if _denied({"public": false, "supports_waf": true, "waf": false}) == set()

test_allow_missing_where_there_can_be_none if _denied({"public": true}) == set()

test_subjects_are_front_doors if {
	endpoints := [{"id": "a", "public": true, "supports_waf": true}, {"id": "b", "waf_mode": "prevention"}, {"id": "c", "public": true}]
	policy.subjects == {"a"} with input.endpoint as endpoints
}

_denied(facts) := paths if {
	endpoint := object.union({"id": "terraform:.#front", "name": "front"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [endpoint]
}
