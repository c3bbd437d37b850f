# METADATA
# title: Pipelines hand out secrets one by one
# description: "An expression over the whole secrets context puts every secret in a step's reach, and parts of one are not masked in logs."
# custom:
#   id: pipeline-hands-out-secrets-one-by-one
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: each secret goes only where it is needed}
#     - {id: CC6.3, aspect: pipeline-rights, strength: supporting, because: a step holds no more credentials than its task asks for}
#   tests: design
#   reads: [broad_secrets]
#   remediation:
#     github-actions: "name each secret that the step needs: `${{ secrets.NAME }}`"
#   aliases:
#     zizmor: [overprovisioned-secrets, unredacted-secrets]
#   since: "0.1.0"
package gapcheck.pipeline.hands_out_secrets_one_by_one

subjects contains pipeline.id if some pipeline in input.pipeline

deny contains {"subject": pipeline.id, "path": ["broad_secrets", sprintf("%d", [index])], "message": message} if {
	some pipeline in input.pipeline
	some index, expression in pipeline.broad_secrets
	message := sprintf("%s uses %s, which gives away more than one named secret", [pipeline.name, expression])
}
