# METADATA
# title: Secrets reach containers as files and not as environment variables
# description: Variables leak into logs, crash reports and child processes more easily than files do.
# custom:
#   id: workload-takes-secrets-as-files
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: supporting, because: what stands in the environment leaks into logs and dumps}
#   tests: design
#   reads: [env, env_from]
#   remediation:
#     kubernetes: "mount the secret as a volume, and read it from the file"
#   aliases:
#     checkov: [CKV_K8S_35]
#     kics: [6d8f1a10-b6cd-48f0-b960-f7c535d5cdb8,
#       3d658f8b-d988-41a0-a841-40043121de1e]
#     kube_linter: [read-secret-from-env-var]
#     prowler: [core_no_secrets_envs]
#   since: "0.1.0"
package gapcheck.workload.takes_secrets_as_files

subjects contains workload.id if {
	some workload in input.workload
	workload.format == "kubernetes"
}

deny contains {"subject": workload.id, "path": [list, sprintf("%d", [index]), "from"], "message": message} if {
	some workload in input.workload
	workload.format == "kubernetes"
	some list in ["env", "env_from"]
	some index, variable in workload[list]
	variable.from == "secret"
	message := sprintf("%s takes a secret as an environment variable", [workload.name])
}
