package gapcheck.secret.stays_out_of_config_maps_test

import data.gapcheck.secret.stays_out_of_config_maps as policy

test_deny_value if {
	entries := [{"name": "a", "value": "b"}, {"name": "password", "value": "<redacted>"}]
	_denied({"form": "config_map", "entries": entries}) == {["entries", "1", "value"]}
}

test_deny_part_of_a_text if {
	_denied({"form": "config_map", "entries": [{"name": "a", "value": "x=<redacted>"}]}) == {["entries", "0", "value"]}
}

test_allow_secrets if _denied({"form": "secret", "entries": [{"name": "a", "value": "<redacted>"}]}) == set()

test_allow_missing if _denied({"form": "config_map"}) == set()

test_subjects_are_config_maps if {
	policy.subjects == {"a"} with input.secret as [{"id": "a", "form": "config_map"}, {"id": "b", "form": "secret"}]
}

_denied(facts) := paths if {
	secret := object.union({"id": "kubernetes:a.yaml#shop", "name": "shop", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.secret as [secret]
}
