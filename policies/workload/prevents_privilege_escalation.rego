# METADATA
# title: Processes cannot gain more rights than their parent
# description: Without this bound a program with the set-user-id bit turns a small foothold into the rights of root.
# custom:
#   id: workload-prevents-privilege-escalation
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: runtime-privilege, strength: primary, because: a process must keep to the rights it was given}
#     - {id: CC6.8, aspect: least-privilege, strength: supporting, because: hostile code must not be able to raise itself}
#   tests: design
#   reads: [allow_privilege_escalation]
#   remediation:
#     kubernetes: "set `securityContext.allowPrivilegeEscalation: false` on the container"
#     compose: "add `no-new-privileges:true` to `security_opt`"
#   aliases:
#     checkov: [CKV_K8S_20]
#     trivy: [AVD-KSV-0001, KSV-0001]
#     kics: [c878abb4-cca5-4724-92b9-289be68bd47c,
#       5572cc5e-1e4c-4113-92a6-7a8a3bd25e6d, 27fcc7d6-c49b-46e0-98f1-6c082a6a2750]
#     kube_linter: [privilege-escalation-container]
#     prowler: [core_minimize_allowPrivilegeEscalation_containers]
#   since: "0.1.0"
package gapcheck.workload.prevents_privilege_escalation

subjects contains workload.id if some workload in input.workload

deny contains {"subject": workload.id, "path": ["allow_privilege_escalation"], "message": message} if {
	some workload in input.workload
	workload.allow_privilege_escalation == true
	message := sprintf("processes of %s may gain more rights than their parent", [workload.name])
}
