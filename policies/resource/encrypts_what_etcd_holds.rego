# METADATA
# title: Clusters write secrets encrypted before anything else
# description: "Of the providers that an encryption configuration lists, the first one writes; `identity` there means that secrets are written as they are."
# related_resources:
#   - https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/
# custom:
#   id: resource-encrypts-what-etcd-holds
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: encryption, strength: supporting, because: who reads the disk of etcd or a backup of it must not read its secrets}
#   tests: design
#   reads: [kind, resources]
#   remediation:
#     kubernetes: "put `kms`, `secretbox`, `aesgcm` or `aescbc` before `identity` in `providers`"
#   aliases:
#     kics: [10efce34-5af6-4d83-b414-9e096d5a06a9]
#   since: "0.1.0"
package gapcheck.resource.encrypts_what_etcd_holds

subjects contains resource.id if {
	some resource in input.resource
	resource.kind == "EncryptionConfiguration"
}

deny contains {"subject": resource.id, "path": ["resources", sprintf("%d", [index]), "providers"], "message": message} if {
	some resource in input.resource
	resource.kind == "EncryptionConfiguration"
	some index, group in resource.resources
	not _writes_encrypted(group)
	message := sprintf("%s writes %s as they are", [resource.name, concat(", ", group.resources)])
}

_writes_encrypted(group) if {
	some provider in ["aescbc", "aesgcm", "kms", "secretbox"]
	group.providers[0][provider]
}
