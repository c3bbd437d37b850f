# METADATA
# title: Workloads do not mount folders of the operating system
# description: "Whoever reads `/etc`, `/proc` or `/var/lib` of a host reads its keys; whoever writes there runs programs on it."
# custom:
#   id: workload-mounts-no-system-folders
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: segmentation, strength: primary, because: what is the host's own must stay out of reach of what runs on it}
#     - {id: CC6.8, aspect: least-privilege, strength: supporting, because: programs and settings of the host could be changed from inside}
#   tests: design
#   reads: [mounts, volumes]
#   remediation:
#     kubernetes: "use a persistent volume claim, a config map or an `emptyDir` in place of `hostPath`"
#     compose: "mount a folder of the project or a named volume, and not a folder of the operating system"
#   aliases:
#     trivy: [AVD-KSV-0121, KSV-0121]
#     kics: [a737be28-37d8-4bff-aa6d-1be8aa0a0015,
#       1c1325ff-831d-43a1-973e-839ae57dfcc0,
#       5308a7a8-06f8-45ac-bf10-791fe21de46e] # in parts
#     kube_linter: [sensitive-host-mounts]
#   since: "0.1.0"
package gapcheck.workload.mounts_no_system_folders

subjects contains workload.id if some workload in input.workload

deny contains {"subject": workload.id, "path": [list, sprintf("%d", [index]), "source"], "message": message} if {
	some workload in input.workload
	some list in ["mounts", "volumes"]
	some index, mount in workload[list]
	mount.kind == "host_path"
	_is_of_the_system(mount.source)
	message := sprintf("%s mounts %s, a folder of the operating system", [workload.name, mount.source])
}

_is_of_the_system(source) if source == "/"

_is_of_the_system(source) if {
	some folder in _folders
	startswith(sprintf("%s/", [source]), folder)
	not _is_another_question(source)
}

_folders := {
	"/bin/", "/boot/", "/dev/", "/etc/", "/lib/", "/lib64/", "/proc/", "/root/", "/run/", "/sbin/", "/sys/", "/usr/", "/var/",
}

# The time zone of the host tells nothing, and is no way in.
_is_another_question(source) if source in {"/etc/localtime", "/etc/timezone", "/usr/share/zoneinfo"}

# What a server answers by is a question of its own.
_is_another_question(source) if endswith(source, ".sock")

# Sites lie there, and nothing of the system.
_is_another_question(source) if startswith(source, "/var/www")
