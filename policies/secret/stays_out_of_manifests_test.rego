package gapcheck.secret.stays_out_of_manifests_test

import data.gapcheck.secret.stays_out_of_manifests as policy

test_deny_value if {
	entries := [{"name": "a"}, {"name": "b", "value": "<redacted>"}]
	_denied({"store": "manifest", "entries": entries}) == {["entries", "1", "value"]}
}

test_allow_sealed if _denied({"store": "sealed", "entries": []}) == set()

test_allow_missing_values if _denied({"store": "manifest", "entries": []}) == set()

test_subjects_are_secrets_of_clusters if {
	policy.subjects == {"a"} with input.secret as [{"id": "a", "store": "sops"}, {"id": "b", "form": "parameter"}]
}

test_allow_entries if _denied({"entries": [{"name": "a"}, {"name": "b", "value": "<redacted>"}]}) == set()

test_allow_entries_store_manifest if {
	_denied({"entries": [{"name": "a"}, {"name": "b", "value": ""}], "store": "manifest"}) == set()
}

_denied(facts) := paths if {
	secret := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.secret as [secret]
}
