# METADATA
# title: Registries are encrypted with a key of one's own
# description: "With a key of one's own one decides who reads the data, sees each use, and can take the right back at once."
# custom:
#   id: registry-keeps-own-key
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: supporting, because: "the key decides who reads the data, and its use is logged"}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential data get a lock of their own}
#   tests: design
#   reads: [kms_key]
#   remediation:
#     terraform: "set `kms_key_name` on `google_artifact_registry_repository`"
#   aliases:
#     checkov: [CKV_GCP_84]
#   since: "0.1.0"
package gapcheck.registry.keeps_own_key

subjects contains registry.id if {
	some registry in input.registry
	_in_scope(registry)
}

deny contains {"subject": registry.id, "path": ["kms_key"], "message": message} if {
	some registry in input.registry
	_in_scope(registry)
	not registry.kms_key
	message := sprintf("%s is encrypted with a key of the provider", [registry.name])
}

_in_scope(registry) if registry.provider == "google"
