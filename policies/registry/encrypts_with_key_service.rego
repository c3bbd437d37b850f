# METADATA
# title: Registries encrypt images with a key of the key service
# description: "Pulling then needs a right on the key as well, and each use of the key leaves a trace."
# custom:
#   id: registry-encrypts-with-key-service
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: supporting, because: the key service decides and records who reads the images}
#   tests: design
#   reads: [kms]
#   remediation:
#     cloudformation: "set `EncryptionConfiguration: {EncryptionType: KMS}`"
#     terraform: "add `encryption_configuration { encryption_type = \"KMS\" }`"
#   aliases:
#     checkov: [CKV_AWS_136]
#   since: "0.1.0"
package gapcheck.registry.encrypts_with_key_service

subjects contains registry.id if {
	some registry in input.registry
	registry.provider == "aws"
}

deny contains {"subject": registry.id, "path": ["kms"], "message": message} if {
	some registry in input.registry
	registry.provider == "aws"
	not registry.kms
	message := sprintf("%s does not encrypt with a key of the key service", [registry.name])
}
