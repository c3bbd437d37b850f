# METADATA
# title: Workloads do not share namespaces of the host
# description: "In the host's own network, process or memory namespaces a container sees and reaches what belongs to others."
# custom:
#   id: workload-shares-no-host-namespaces
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: segmentation, strength: primary, because: shared namespaces remove the wall between workloads and the host}
#     - {id: CC6.6, aspect: network-isolation, strength: supporting, because: the host network passes by the rules between workloads}
#   tests: design
#   reads: [host_network, host_pid, host_ipc, host_users, host_name, host_cgroups]
#   remediation:
#     kubernetes: "remove `hostNetwork`, `hostPID` and `hostIPC` from the pod"
#     compose: "remove `host` from `network_mode`, `pid`, `ipc`, `userns_mode`, `uts` and `cgroup`"
#     cloudformation: "leave `PidMode`, `IpcMode` and `NetworkMode: host` out of the task definition"
#     terraform: "leave `pid_mode`, `ipc_mode` and `network_mode = \"host\"` out of the task definition"
#   aliases:
#     checkov: [CKV_K8S_17, CKV_K8S_18, CKV_K8S_19, CKV_AWS_335]
#     trivy: [AVD-KSV-0008, KSV-0008, AVD-KSV-0009, KSV-0009, AVD-KSV-0010, KSV-0010]
#     kics: [587d5d82-70cf-449b-9817-f60f9bccb88c,
#       e94d3121-c2d1-4e34-a295-139bfeb73ea3,
#       ac1564a3-c324-4747-9fa1-9dfc234dace0,
#       cd290efd-6c82-4e9d-a698-be12ae31d536, 6b6bdfb3-c3ae-44cb-88e4-7405c1ba2c8a,
#       302736f4-b16c-41b8-befe-c0baffa0bd9d, 071a71ff-f868-47a4-ac0b-3c59e4ab5443,
#       baa3890f-bed7-46f5-ab8f-1da8fc91c729, 8af7162d-6c98-482f-868e-0d33fb675ca8,
#       4f31dd9f-2cc3-4751-9b53-67e4af83dac0]
#     kube_linter: [host-network, host-pid, host-ipc]
#     prowler: [core_minimize_hostIPC_containers, core_minimize_hostNetwork_containers,
#       core_minimize_hostPID_containers, ecs_task_definitions_host_namespace_not_shared]
#   since: "0.1.0"
package gapcheck.workload.shares_no_host_namespaces

subjects contains workload.id if some workload in input.workload

deny contains {"subject": workload.id, "path": [fact], "message": message} if {
	some workload in input.workload
	some fact, what in _namespaces
	workload[fact] == true
	message := sprintf("%s shares %s of the host", [workload.name, what])
}

_namespaces := {
	"host_network": "the network",
	"host_pid": "the processes",
	"host_ipc": "the memory",
	"host_users": "the users",
	"host_name": "the name",
	"host_cgroups": "the control groups",
}
