package gapcheck.resource.encrypts_what_etcd_holds_test

import data.gapcheck.resource.encrypts_what_etcd_holds as policy

test_deny_plain_first if {
	_denied([{"resources": ["secrets"], "providers": [{"identity": {}}, {"aescbc": {}}]}]) == {["resources", "0", "providers"]}
}

test_deny_missing_providers if {
	encrypted := {"resources": ["secrets"], "providers": [{"kms": {}}]}
	_denied([encrypted, {"resources": ["secrets"]}]) == {["resources", "1", "providers"]}
}

test_allow_each if {
	every provider in ["aescbc", "aesgcm", "kms", "secretbox"] {
		_denied([{"resources": ["secrets"], "providers": [{provider: {}}, {"identity": {}}]}]) == set()
	}
}

test_allow_missing if _denied([]) == set()

test_allow_other_kinds if {
	resource := {"id": "a", "name": "a", "kind": "Pod", "resources": [{"resources": ["secrets"], "providers": [{"identity": {}}]}]}
	policy.deny == set() with input.resource as [resource]
}

test_subjects_are_configurations_of_encryption if {
	policy.subjects == {"a"} with input.resource as [{"id": "a", "kind": "EncryptionConfiguration"}, {"id": "b", "kind": "Pod"}]
}

_denied(resources) := paths if {
	resource := {"id": "a", "name": "a", "format": "kubernetes", "kind": "EncryptionConfiguration", "resources": resources}
	paths := {it.path | some it in policy.deny} with input.resource as [resource]
}
