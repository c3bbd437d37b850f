package gapcheck.database.sends_logs_test

import data.gapcheck.database.sends_logs as policy

test_deny_no_logs if _denied({"log_exports": []}) == {["log_exports"]}

test_deny_no_audit if _denied({"audit_log": false}) == {["audit_log"]}

test_allow_logs if _denied({"log_exports": ["postgresql"]}) == set()

test_allow_audit if _denied({"audit_log": true}) == set()

test_allow_missing_where_there_is_no_such_setting if _denied({}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "relational", "log_exports": ["postgresql"], "role": "server"},
		{"id": "b", "audit_log": true, "form": "relational", "role": "server"},
		{"id": "c"},
		{"id": "d", "form": "relational", "role": "server"},
	]
	policy.subjects == {"a", "b"} with input.database as population
}

test_deny_no_logs_though_audited if _denied({"log_exports": [], "audit_log": true}) == {["log_exports"]}

test_allow_each_form_with_log_exports_empty if {
	every it in ["*", "other"] {
		_denied({"form": it, "log_exports": []}) == set()
	}
}

test_deny_form_graph_log_exports_empty if _denied({"form": "graph", "log_exports": []}) == {["log_exports"]}

test_deny_log_exports_empty_role_cluster if _denied({"log_exports": [], "role": "cluster"}) == {["log_exports"]}

test_allow_form_relational_log_exports_empty if {
	paths := {it.path | some it in policy.deny} with input.database as [{"form": "relational", "id": "a", "log_exports": [], "name": "a"}]
	paths == set()
}

test_deny_form_search_log_exports_empty if {
	_denied({"form": "search", "log_exports": [], "role": "cluster"}) == {["log_exports"]}
}

test_deny_form_document_log_exports_empty if _denied({"form": "document", "log_exports": []}) == {["log_exports"]}

test_subjects_form_relational_log_exports_role_server if {
	policy.subjects == {"a", "b"} with input.database as [{"form": "relational", "id": "a", "log_exports": ["postgresql"], "role": "server"}, {"audit_log": false, "form": "relational", "id": "b", "role": "server"}, {"id": "c"}, {"form": "relational", "id": "d", "role": "server"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "relational", "role": "server"}, facts))
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
