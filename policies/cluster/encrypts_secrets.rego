# METADATA
# title: Clusters encrypt Kubernetes secrets with a key of yours
# description: "With a key of your own you decide who can read secrets, and can take that back."
# custom:
#   id: cluster-encrypts-secrets
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: primary, because: secrets of workloads are readable only with a key that you manage}
#   tests: design
#   reads: [secrets_encrypted]
#   remediation:
#     cloudformation: "add `EncryptionConfig` with `Resources: [secrets]` and a `Provider.KeyArn`"
#     kubernetes: "name a file with a `kms`, `secretbox` or `aescbc` provider in `--encryption-provider-config` of the API server"
#     terraform: "add an `encryption_config` block with `resources = [\"secrets\"]` and the ARN of a KMS key"
#   aliases:
#     checkov: [CKV_AWS_58, CKV_K8S_104]
#     trivy: [AVD-AWS-0039, AWS-0039, AVD-KCV-0030, KCV-0030]
#     tfsec: [aws-eks-encrypt-secrets]
#     kics: [63ebcb19-2739-4d3f-aa5c-e8bbb9b85281, cbd2db69-0b21-4c14-8a40-7710a50571a9]
#     prowler: [eks_cluster_kms_cmk_encryption_in_secrets_enabled, apiserver_encryption_provider_config_set]
#   since: "0.1.0"
package gapcheck.cluster.encrypts_secrets

subjects contains cluster.id if {
	some cluster in input.cluster
	is_boolean(cluster.secrets_encrypted)
}

deny contains {"subject": cluster.id, "path": ["secrets_encrypted"], "message": message} if {
	some cluster in input.cluster
	cluster.secrets_encrypted == false
	message := sprintf("%s keeps secrets without a key of yours", [cluster.name])
}
