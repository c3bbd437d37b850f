package gapcheck.log.alarms_tell_of_changed_defences_test

import data.gapcheck.log.alarms_tell_of_changed_defences as policy

test_deny_each_event if {
	every form, sort in _sorts {
		every event, _ in _filters[sort] {
			others := [filter | some other, filter in _filters[sort]; other != event]
			_denied({"form": form, "filters": others}) == {["filters", event]}
		}
	}
}

test_deny_each_word if {
	every missing in ["setiampolicy", "auditconfigdeltas"] {
		lame := {"alarmed": true, "pattern": replace("setiampolicy auditconfigdeltas", missing, "")}
		others := [filter | some other, filter in _filters.audit; other != "audit-configuration"]
		_denied({"form": "audit", "filters": array.concat(others, [lame])}) == {["filters", "audit-configuration"]}
	}
}

test_deny_words_in_two_places if {
	halves := [{"alarmed": true, "pattern": "setiampolicy"}, {"alarmed": true, "pattern": "auditconfigdeltas"}]
	others := [filter | some other, filter in _filters.audit; other != "audit-configuration"]
	_denied({"form": "audit", "filters": array.concat(others, halves)}) == {["filters", "audit-configuration"]}
}

test_deny_unheard if {
	others := [filter | some other, filter in _filters.audit; other != "routes"]
	unheard := object.union(_filters.audit.routes, {"alarmed": false})
	_denied({"form": "audit", "filters": array.concat(others, [unheard])}) == {["filters", "routes"]}
}

test_allow_whole if {
	every form, sort in _sorts {
		_denied({"form": form, "filters": [filter | some filter in _filters[sort]]}) == set()
	}
}

test_allow_other_spelling if {
	filters := [object.union(filter, {"pattern": upper(filter.pattern)}) | some filter in _filters.activity]
	_denied({"form": "activity", "filters": filters}) == set()
}

test_allow_nothing_begun if _denied({"form": "audit", "filters": []}) == set()

test_allow_missing if _denied({"form": "audit"}) == set()

test_allow_trail if _denied({"form": "trail", "filters": [{"alarmed": true, "pattern": "ERROR"}]}) == set()

test_allow_events_not_asked_for if {
	paths := {it.path | some it in policy.deny} with input.log as [_log({"form": "audit", "filters": [_filters.audit.roles]})] with policy.parameters as {"events": ["roles"]}
	paths == set()
}

test_subjects_watch_something if {
	logs := [
		{"id": "a", "form": "audit", "filters": [_filters.audit.roles]},
		{"id": "b", "form": "audit", "filters": []},
		{"id": "c", "form": "flow", "filters": [_filters.audit.roles]},
	]
	policy.subjects == {"a"} with input.log as logs
}

_sorts := {"activity": "activity", "export": "activity", "audit": "audit"}

_filters := {
	"activity": {
		"addresses-deleted": {"alarmed": true, "pattern": "microsoft.network/publicipaddresses/delete"},
		"addresses-written": {"alarmed": true, "pattern": "microsoft.network/publicipaddresses/write"},
		"database-firewalls-deleted": {"alarmed": true, "pattern": "microsoft.sql/servers/firewallrules/delete"},
		"database-firewalls-written": {"alarmed": true, "pattern": "microsoft.sql/servers/firewallrules/write"},
		"network-rules-deleted": {"alarmed": true, "pattern": "microsoft.network/networksecuritygroups/delete"},
		"network-rules-written": {"alarmed": true, "pattern": "microsoft.network/networksecuritygroups/write"},
		"policies-deleted": {"alarmed": true, "pattern": "microsoft.authorization/policyassignments/delete"},
		"policies-written": {"alarmed": true, "pattern": "microsoft.authorization/policyassignments/write"},
		"security-deleted": {"alarmed": true, "pattern": "microsoft.security/securitysolutions/delete"},
		"security-written": {"alarmed": true, "pattern": "microsoft.security/securitysolutions/write"},
		"service-health": {"alarmed": true, "pattern": "servicehealth"},
	},
	"audit": {
		"audit-configuration": {"alarmed": true, "pattern": "setiampolicy auditconfigdeltas"},
		"buckets": {"alarmed": true, "pattern": "storage.setiampermissions"},
		"database-settings": {"alarmed": true, "pattern": "cloudsql.instances.update"},
		"firewalls": {"alarmed": true, "pattern": "gce_firewall_rule"},
		"networks": {"alarmed": true, "pattern": "gce_network"},
		"owners": {"alarmed": true, "pattern": "projectownership"},
		"roles": {"alarmed": true, "pattern": "iam_role"},
		"routes": {"alarmed": true, "pattern": "gce_route"},
	},
}

_log(facts) := object.union({"id": "terraform:main.log", "name": "log"}, facts)

_denied(facts) := paths if {
	paths := {it.path | some it in policy.deny} with input.log as [_log(facts)]
}
