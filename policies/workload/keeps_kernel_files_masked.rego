# METADATA
# title: "Containers do not see all of the kernel's files"
# description: "Unmasked, `/proc` shows what the host is doing and lets a process change settings of the kernel."
# custom:
#   id: workload-keeps-kernel-files-masked
#   severity: high
#   criteria:
#     - {id: CC6.8, aspect: least-privilege, strength: supporting, because: "hostile code cannot change the kernel's settings"}
#     - {id: CC6.1, aspect: segmentation, strength: supporting, because: a workload does not see what the host runs}
#   tests: design
#   reads: [proc_mount]
#   remediation:
#     kubernetes: "remove `securityContext.procMount: Unmasked`"
#   aliases:
#     trivy: [AVD-KSV-0027, KSV-0027]
#     kics: [f922827f-aab6-447c-832a-e1ff63312bd3]
#     kube_linter: [unsafe-proc-mount]
#   since: "0.1.0"
package gapcheck.workload.keeps_kernel_files_masked

subjects contains workload.id if {
	some workload in input.workload
	workload.proc_mount
}

deny contains {"subject": workload.id, "path": ["proc_mount"], "message": message} if {
	some workload in input.workload
	workload.proc_mount == "Unmasked"
	message := sprintf("%s sees all of the kernel's files", [workload.name])
}
