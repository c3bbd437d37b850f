package gapcheck.cluster.ties_sign_in_to_the_directory_test

import data.gapcheck.cluster.ties_sign_in_to_the_directory as policy

test_deny_local_accounts if _denied({"rbac": true, "directory_sign_in": true, "local_accounts": true}) == {["local_accounts"]}

test_deny_no_roles if _denied({"rbac": false, "directory_sign_in": false, "local_accounts": false}) == {["rbac"], ["directory_sign_in"]}

test_deny_old_ways if _denied({"legacy_authorization": true, "client_certificate": true}) == {["legacy_authorization"], ["client_certificate"]}

test_allow_directory if _denied({"rbac": true, "directory_sign_in": true, "local_accounts": false}) == set()

test_allow_new_ways if _denied({"legacy_authorization": false, "client_certificate": false}) == set()

test_allow_missing_where_nobody_tells if _denied({}) == set()

test_subjects_are_clusters_that_tell if {
	policy.subjects == {"a"} with input.cluster as [{"id": "a", "rbac": true}, {"id": "b"}]
}

test_subjects_leave_others_out if policy.subjects == set() with input.cluster as [{"id": "a", "type": true}]

test_allow_rbac if _denied({"rbac": true}) == set()

test_allow_what_is_no_setting if _denied({"rbac": "managed"}) == set()

test_allow_what_is_no_truth_value if _denied({"rbac": 0}) == set()

_denied(facts) := paths if {
	cluster := object.union({"id": "terraform:.#main", "name": "main"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
