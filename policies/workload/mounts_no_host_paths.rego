# METADATA
# title: Workloads do not mount folders of the host
# description: Folders of the host hold credentials and programs of the host and of other workloads.
# custom:
#   id: workload-mounts-no-host-paths
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: segmentation, strength: primary, because: a folder of the host is a way past the wall between workloads}
#     - {id: CC6.8, aspect: least-privilege, strength: supporting, because: software on the host could be changed from inside}
#   tests: design
#   reads: [mounts]
#   remediation:
#     kubernetes: "use a persistent volume claim, a config map or an `emptyDir` in place of `hostPath`"
#     compose: "mount a folder of the project or a named volume, and not a folder of the operating system"
#   aliases:
#     trivy: [AVD-KSV-0023, KSV-0023]
#     kics: [5308a7a8-06f8-45ac-bf10-791fe21de46e, aa8f7a35-9923-4cad-bd61-a19b7f6aac91,
#       1c1325ff-831d-43a1-973e-839ae57dfcc0]
#     kube_linter: [sensitive-host-mounts]
#     prowler: [core_minimize_hostpath_volume_mounts]
#   since: "0.1.0"
package gapcheck.workload.mounts_no_host_paths

subjects contains workload.id if some workload in input.workload

deny contains {"subject": workload.id, "path": ["mounts", sprintf("%d", [index]), "source"], "message": message} if {
	some workload in input.workload
	some index, mount in workload.mounts
	mount.kind == "host_path"
	_belongs_to_host(workload, mount.source)
	message := sprintf("%s mounts %s of the host", [workload.name, mount.source])
}

# A cluster's node is nobody's project: nothing on it is the workload's own.
_belongs_to_host(workload, _) if workload.format == "kubernetes"

_belongs_to_host(_, source) if {
	some folder in {"/bin", "/boot", "/dev", "/etc", "/lib", "/proc", "/root", "/sbin", "/sys", "/usr", "/var/lib/docker"}
	_within(source, folder)
	not source in _clocks
}

# The time zone of the host tells nothing, and is no way in.
_clocks := {"/etc/localtime", "/etc/timezone", "/usr/share/zoneinfo"}

_belongs_to_host(_, source) if source == "/"

_within(source, folder) if source == folder

_within(source, folder) if startswith(source, sprintf("%s/", [folder]))
