# METADATA
# title: Machines have an identity of their own
# description: "Without one, programs on the machine need keys that lie on its disk and never end."
# custom:
#   id: machine-has-an-identity
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: programs act under an identity that the platform keeps}
#     - {id: CC6.2, aspect: standing-credentials, strength: supporting, because: no lasting key lies on the machine}
#   tests: design
#   reads: [template, identity]
#   remediation:
#     cloudformation: "name an instance profile in `IamInstanceProfile`"
#     terraform: "name an instance profile in `iam_instance_profile`"
#   aliases:
#     checkov: [CKV2_AWS_41]
#     kics: [f914357d-8386-4d56-9ba6-456e5723f9a6]
#   since: "0.1.0"
package gapcheck.machine.has_an_identity

subjects contains machine.id if {
	some machine in input.machine
	_in_scope(machine)
}

deny contains {"subject": machine.id, "path": ["identity"], "message": message} if {
	some machine in input.machine
	_in_scope(machine)
	machine.identity == false
	message := sprintf("%s has no identity of its own", [machine.name])
}

_in_scope(machine) if {
	machine.provider == "aws"
	machine.template == false
	is_boolean(machine.identity)
}
