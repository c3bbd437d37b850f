# METADATA
# title: Templates of machines keep the metadata service on the machine
# description: "With more than one hop, containers on the machine and what they relay reach its credentials."
# custom:
#   id: machine-keeps-metadata-on-the-host
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: segmentation, strength: supporting, because: containers do not reach the credentials of their machine}
#   tests: design
#   reads: [template, metadata_hop_limit]
#   remediation:
#     cloudformation: "set `HttpPutResponseHopLimit: 1` in `MetadataOptions`"
#     terraform: "set `http_put_response_hop_limit = 1` in `metadata_options`"
#   aliases:
#     checkov: [CKV_AWS_341]
#   since: "0.1.0"
package gapcheck.machine.keeps_metadata_on_the_host

subjects contains machine.id if {
	some machine in input.machine
	machine.provider == "aws"
	machine.template == true
}

deny contains {"subject": machine.id, "path": ["metadata_hop_limit"], "message": message} if {
	some machine in input.machine
	machine.provider == "aws"
	machine.template == true
	machine.metadata_hop_limit > 1
	message := sprintf("metadata of %s travels past the machine", [machine.name])
}
