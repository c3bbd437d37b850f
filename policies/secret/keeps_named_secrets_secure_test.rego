package gapcheck.secret.keeps_named_secrets_secure_test

import data.gapcheck.secret.keeps_named_secrets_secure as policy

test_deny_each_name if {
	every name in {"/orders/db_password", "passwd", "CLIENT_SECRET", "/github/token", "stripe-api-key", "apikey", "PRIVATE_KEY", "/db/credentials", "credential"} {
		_denied({"called": name, "secure": false}) == {["secure"]}
	}
}

test_allow_secure if _denied({"called": "/orders/db_password", "secure": true}) == set()

test_allow_other_names if {
	every name in {"/orders/region", "/orders/password-length", "/orders/secret-arn", "/orders/token_ttl"} {
		_denied({"called": name, "secure": false}) == set()
	}
}

test_allow_missing if _denied({}) == set()

test_allow_missing_security if _denied({"called": "password"}) == set()

test_allow_secret if _denied({"form": "secret", "called": "password", "secure": false}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "parameter", "called": "token"},
		{"id": "b", "form": "parameter", "called": "region"},
		{"id": "c", "form": "secret", "called": "token"},
	]
	policy.subjects == {"a"} with input.secret as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"form": "parameter"}), facts)
	paths := {it.path | some it in policy.deny} with input.secret as [subject]
}
