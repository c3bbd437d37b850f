# METADATA
# title: Containers add no dangerous capability
# description: "Capabilities such as `SYS_ADMIN` or `NET_ADMIN` give a process a part of what root may do on the host."
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   id: workload-adds-no-dangerous-capabilities
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: runtime-privilege, strength: primary, because: capabilities are rights that a process must have a need for}
#     - {id: CC6.8, aspect: least-privilege, strength: supporting, because: they let hostile code change the host or its network}
#   tests: design
#   reads: [added_capabilities]
#   remediation:
#     kubernetes: "remove the entry from `securityContext.capabilities.add`; `NET_BIND_SERVICE` is enough to listen on a port below 1024"
#     compose: "remove the entry from `cap_add`"
#   aliases:
#     checkov: [CKV_K8S_39]
#     trivy: [AVD-KSV-0005, KSV-0005, AVD-KSV-0022, KSV-0022, AVD-KSV-0119, KSV-0119]
#     kics: [3f55386d-75cd-4e9a-ac47-167b26c04724,
#       235236ee-ad78-4065-bd29-61b061f28ce0]
#     prowler: [core_minimize_containers_added_capabilities]
#   since: "0.1.0"
package gapcheck.workload.adds_no_dangerous_capabilities

subjects contains workload.id if some workload in input.workload

deny contains {"subject": workload.id, "path": ["added_capabilities", sprintf("%d", [index])], "message": message} if {
	some workload in input.workload
	some index, capability in workload.added_capabilities
	not capability in _harmless
	message := sprintf("%s adds the capability %s", [workload.name, capability])
}

# What container runtimes give by themselves; the baseline standard for pods allows these and no others.
_harmless := {
	"AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID",
	"SETPCAP", "SETUID", "SYS_CHROOT",
}
