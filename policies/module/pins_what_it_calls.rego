# METADATA
# title: Terraform modules and providers are pinned
# description: "A module or provider without a fixed version changes what is deployed without a change that anybody reviewed."
# custom:
#   id: module-pins-what-it-calls
#   severity: medium
#   criteria:
#     - {id: CC8.1, aspect: baseline, strength: primary, because: infrastructure changes only by a reviewed change of its version}
#     - {id: CC6.8, aspect: integrity, strength: supporting, because: code from elsewhere is fixed before it runs with the rights of a deployment}
#     - {id: CC9.2, aspect: dependency-trust, strength: supporting, because: third-party code is taken at a version somebody chose}
#   tests: design
#   reads: [pin, lock_file]
#   remediation:
#     terraform: "give the call a `version`, or the source a `?ref=` with a tag or commit, and commit `.terraform.lock.hcl`"
#   aliases:
#     checkov: [CKV_TF_2]
#     kics: [3a81fc06-566f-492a-91dd-7448e409e2cd]
#   since: "0.1.0"
package gapcheck.module.pins_what_it_calls

subjects contains module.id if {
	some module in input.module
	module.pin != "local"
}

subjects contains module.id if {
	some module in input.module
	is_boolean(module.lock_file)
}

deny contains {"subject": module.id, "path": ["pin"], "message": message} if {
	some module in input.module
	module.pin in {"none", "branch", "open"}
	message := sprintf("%s calls a module without a fixed version", [module.name])
}

deny contains {"subject": module.id, "path": ["lock_file"], "message": message} if {
	some module in input.module
	module.lock_file == false
	message := sprintf("%s has no lock file for its providers", [module.name])
}
