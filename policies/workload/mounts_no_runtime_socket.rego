# METADATA
# title: Containers do not reach the socket of the container runtime
# description: "Whoever writes to the runtime socket starts a privileged container, and so owns the host."
# custom:
#   id: workload-mounts-no-runtime-socket
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: segmentation, strength: primary, because: the socket gives control over the host and every container on it}
#     - {id: CC6.8, aspect: least-privilege, strength: supporting, because: software could be started that nobody approved}
#   tests: design
#   reads: [mounts, volumes]
#   remediation:
#     kubernetes: "remove the `hostPath` volume of the socket, and build or watch containers with a tool that needs none"
#     compose: "remove the volume of the socket, or put a proxy before it that lets only the needed calls through"
#   aliases:
#     checkov: [CKV_K8S_27]
#     trivy: [AVD-KSV-0006, KSV-0006]
#     kics: [4e203a65-c8d8-49a2-b749-b124d43c9dc1,
#       a6f34658-fdfb-4154-9536-56d516f65828, d6355c88-1e8d-49e9-b2f2-f8a1ca12c75b]
#     kube_linter: [docker-sock]
#   since: "0.1.0"
package gapcheck.workload.mounts_no_runtime_socket

subjects contains workload.id if some workload in input.workload

deny contains {"subject": workload.id, "path": [list, sprintf("%d", [index]), "source"], "message": message} if {
	some workload in input.workload
	some list in ["mounts", "volumes"]
	some index, mount in workload[list]
	mount.kind == "host_path"
	_holds_socket(mount.source)
	message := sprintf("%s reaches the socket of the container runtime by %s", [workload.name, mount.source])
}

_holds_socket(source) if {
	some socket in {"docker.sock", "containerd.sock", "crio.sock", "podman.sock"}
	endswith(source, socket)
}

_holds_socket(source) if trim_right(source, "/") in {"", "/run", "/var", "/var/run", "/run/containerd", "/run/docker", "/var/run/docker"}
