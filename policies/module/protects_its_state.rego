# METADATA
# title: Terraform state is kept remotely, encrypted and locked
# description: "State holds secrets in clear text, and two runs that write it at once destroy it."
# custom:
#   id: module-protects-its-state
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: state holds the secrets of all that it describes}
#     - {id: CC8.1, aspect: deployment, strength: supporting, because: a lock keeps deployments from passing each other}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential values lie in the state}
#   tests: design
#   reads: [form, backend, state_encrypted, state_locked]
#   remediation:
#     terraform: "declare a `backend` such as `s3` with `encrypt = true` and `use_lockfile = true`, `gcs`, `azurerm` or `cloud`"
#   since: "0.1.0"
package gapcheck.module.protects_its_state

subjects contains module.id if {
	some module in input.module
	module.form == "root"
}

deny contains {"subject": module.id, "path": ["backend"], "message": message} if {
	some module in input.module
	module.backend == "local"
	message := sprintf("%s keeps its state on the disk of whoever runs it", [module.name])
}

deny contains {"subject": module.id, "path": ["state_encrypted"], "message": message} if {
	some module in input.module
	_remote(module)
	module.state_encrypted == false
	message := sprintf("%s does not encrypt its state", [module.name])
}

deny contains {"subject": module.id, "path": ["state_locked"], "message": message} if {
	some module in input.module
	_remote(module)
	module.state_locked == false
	message := sprintf("%s does not lock its state", [module.name])
}

_remote(module) if module.backend != "local"
