# METADATA
# title: Pods take no folder of their node
# description: "Folders of a node hold credentials and programs of the node and of other pods, and bind a pod to that node."
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   id: workload-mounts-no-host-paths
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: segmentation, strength: primary, because: a folder of the host is a way past the wall between workloads}
#     - {id: CC6.8, aspect: least-privilege, strength: supporting, because: software on the host could be changed from inside}
#   tests: design
#   reads: [mounts, volumes, namespace]
#   remediation:
#     kubernetes: "use a persistent volume claim, a config map or an `emptyDir` in place of `hostPath`"
#   aliases:
#     trivy: [AVD-KSV-0023, KSV-0023]
#     kics: [aa8f7a35-9923-4cad-bd61-a19b7f6aac91] # in parts
#     prowler: [core_minimize_hostpath_volume_mounts]
#   since: "0.1.0"
package gapcheck.workload.mounts_no_host_paths

subjects contains workload.id if {
	some workload in input.workload
	_in_scope(workload)
}

deny contains {"subject": workload.id, "path": [list, sprintf("%d", [index]), "source"], "message": message} if {
	some workload in input.workload
	_in_scope(workload)
	some list in ["mounts", "volumes"]
	some index, mount in workload[list]
	mount.kind == "host_path"
	message := sprintf("%s takes %s of its node", [workload.name, mount.source])
}

# The parts of a cluster that make its nodes' networks and disks work lie there, and need the nodes for it.
_in_scope(workload) if {
	workload.format == "kubernetes"
	not workload.namespace == "kube-system"
}
