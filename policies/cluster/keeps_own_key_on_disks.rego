# METADATA
# title: Disks of nodes are encrypted with a key of one's own
# description: "With a key of one's own one decides who reads the data, sees each use, and can take the right back at once."
# custom:
#   id: cluster-keeps-own-key-on-disks
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: supporting, because: "the key decides who reads the disks, and its use is logged"}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential data get a lock of their own}
#   tests: design
#   reads: [disk_key]
#   remediation:
#     terraform: "name an `azurerm_disk_encryption_set` in `disk_encryption_set_id`"
#   aliases:
#     checkov: [CKV_AZURE_117]
#     trivy: [AVD-AZU-0067, AZU-0067]
#     kics: [b17d8bb8-4c08-4785-867e-cb9e62a622aa]
#   since: "0.1.0"
package gapcheck.cluster.keeps_own_key_on_disks

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.type == "azurerm_kubernetes_cluster"
}

deny contains {"subject": cluster.id, "path": ["disk_key"], "message": message} if {
	some cluster in input.cluster
	cluster.type == "azurerm_kubernetes_cluster"
	not cluster.disk_key
	message := sprintf("disks of %s are encrypted with a key of the provider", [cluster.name])
}
