# METADATA
# title: Workloads do not write to folders of the operating system
# description: "What a container may write below `/etc`, `/usr` or `/var` of its host, the host reads, runs or trusts."
# custom:
#   id: workload-writes-to-no-system-folder
#   severity: high
#   criteria:
#     - {id: CC6.8, aspect: least-privilege, strength: primary, because: software of the host cannot be changed from inside a container}
#   tests: design
#   reads: [mounts]
#   remediation:
#     kubernetes: "set `readOnly: true` on the volume mount, or mount no folder of the node"
#     compose: "end the volume with `:ro`, or set `read_only: true`"
#   aliases:
#     kics: [a62a99d1-8196-432f-8f80-3c100b05d62a,
#       b7652612-de4e-4466-a0bf-1cd81f0c6063]
#   since: "0.1.0"
package gapcheck.workload.writes_to_no_system_folder

subjects contains workload.id if some workload in input.workload

deny contains {"subject": workload.id, "path": ["mounts", sprintf("%d", [index]), "read_only"], "message": message} if {
	some workload in input.workload
	some index, mount in workload.mounts
	mount.kind == "host_path"
	mount.read_only == false
	_is_of_the_system(mount.source)
	message := sprintf("%s may write to %s of its host", [workload.name, mount.source])
}

_is_of_the_system(source) if source == "/"

_is_of_the_system(source) if {
	some folder in {"/bin/", "/boot/", "/dev/", "/etc/", "/lib/", "/lib64/", "/proc/", "/root/", "/run/", "/sbin/", "/sys/", "/usr/", "/var/"}
	startswith(sprintf("%s/", [source]), folder)
	not _is_another_question(source)
}

# What a server answers by is a question of its own.
_is_another_question(source) if endswith(source, ".sock")

# Sites lie there, and nothing of the system.
_is_another_question(source) if startswith(source, "/var/www")
