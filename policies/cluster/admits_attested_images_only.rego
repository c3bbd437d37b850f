# METADATA
# title: Clusters admit only images that were attested
# description: "An image that did not come through the pipeline has no attestation, and does not run."
# custom:
#   id: cluster-admits-attested-images-only
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: admission, strength: primary, because: software that nobody vouched for is refused}
#     - {id: CC8.1, aspect: deployment, strength: supporting, because: only what came through the pipeline is deployed}
#   tests: design
#   reads: [binary_authorization]
#   remediation:
#     terraform: "add `binary_authorization { evaluation_mode = \"PROJECT_SINGLETON_POLICY_ENFORCE\" }`, and a `google_binary_authorization_policy`"
#   aliases:
#     checkov: [CKV_GCP_66]
#   since: "0.1.0"
package gapcheck.cluster.admits_attested_images_only

subjects contains cluster.id if {
	some cluster in input.cluster
	is_boolean(cluster.binary_authorization)
}

deny contains {"subject": cluster.id, "path": ["binary_authorization"], "message": message} if {
	some cluster in input.cluster
	cluster.binary_authorization == false
	message := sprintf("%s admits images that nobody attested", [cluster.name])
}
