# METADATA
# title: Clusters and their nodes upgrade by themselves
# description: A version that nobody upgrades collects known weaknesses.
# custom:
#   id: cluster-upgrades-itself
#   severity: medium
#   criteria:
#     - {id: CC7.1, aspect: patching, strength: primary, because: patches reach the cluster without waiting for somebody}
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: versions follow a stated channel}
#   tests: design
#   reads: [auto_upgrade]
#   remediation:
#     terraform: "Azure: name an `automatic_upgrade_channel` such as `patch` (`automatic_channel_upgrade` before version 4); Google: follow a `release_channel`, and leave `auto_upgrade = true` in `management` of the node pools"
#   aliases:
#     checkov: [CKV_GCP_10, CKV_GCP_70,
#       CKV_AZURE_171]
#     trivy: [AVD-GCP-0058, GCP-0058]
#     tfsec: [google-gke-enable-auto-upgrade]
#     kics: [b139213e-7d24-49c2-8025-c18faa21ecaa]
#   since: "0.1.0"
package gapcheck.cluster.upgrades_itself

subjects contains cluster.id if {
	some cluster in input.cluster
	is_boolean(cluster.auto_upgrade)
}

deny contains {"subject": cluster.id, "path": ["auto_upgrade"], "message": message} if {
	some cluster in input.cluster
	cluster.auto_upgrade == false
	message := sprintf("%s does not upgrade by itself", [cluster.name])
}
