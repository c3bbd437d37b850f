package gapcheck.function.uses_a_supported_runtime_test

import data.gapcheck.function.uses_a_supported_runtime as policy

test_deny_ended if _denied({"runtime": "python3.8"}) == {["runtime"]}

test_deny_on_the_day if {
	_denied_on("2025-09-01", {"runtime": "nodejs18.x"}) == {["runtime"]}
}

test_allow_the_day_before if _denied_on("2025-08-31", {"runtime": "nodejs18.x"}) == set()

test_deny_first if _denied_on("2022-05-10", {"runtime": "dotnet5.0"}) == {["runtime"]}

test_allow_first_before if _denied_on("2022-05-09", {"runtime": "dotnet5.0"}) == set()

test_deny_middle if _denied_on("2024-01-08", {"runtime": "java8"}) == {["runtime"]}

test_deny_last if _denied_on("2026-03-31", {"runtime": "ruby3.2"}) == {["runtime"]}

test_allow_last_before if _denied_on("2026-03-30", {"runtime": "ruby3.2"}) == set()

test_allow_current if _denied({"runtime": "python3.13"}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_providers if _denied({"provider": "google", "runtime": "python3.8"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "provider": "aws", "runtime": "python3.13"},
		{"id": "b", "provider": "aws"},
		{"id": "c", "provider": "google", "runtime": "python312"},
	]
	policy.subjects == {"a"} with input.function as population
}

_denied(facts) := _denied_on("2026-01-01", facts)

_denied_on(today, facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "provider": "aws"}, facts)
	paths := {it.path | some it in policy.deny} with input.function as [subject] with input.today as today
}
