# METADATA
# title: Disks of notebooks are encrypted with a key of one's own
# description: "Who may read the disk is then ours to decide and to record."
# custom:
#   id: machine-notebooks-keep-own-key
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: supporting, because: the use of a key of our own is ruled and recorded}
#   tests: design
#   reads: [notebook, kms_key]
#   remediation:
#     cloudformation: "set `KmsKeyId`"
#     terraform: "set `kms_key_id`"
#   aliases:
#     checkov: [CKV_AWS_22]
#     prowler: [sagemaker_notebook_instance_encryption_enabled]
#     powerpipe: [sagemaker_notebook_instance_encrypted_with_kms_cmk]
#   since: "0.1.0"
package gapcheck.machine.notebooks_keep_own_key

subjects contains machine.id if {
	some machine in input.machine
	machine.notebook
}

deny contains {"subject": machine.id, "path": ["kms_key"], "message": message} if {
	some machine in input.machine
	machine.notebook
	_has_no_key(machine)
	message := sprintf("%s is not encrypted with a key of one's own", [machine.name])
}

_has_no_key(machine) if not machine.kms_key

# Keys under these names are the provider's.
_has_no_key(machine) if contains(machine.kms_key, "alias/aws/")
