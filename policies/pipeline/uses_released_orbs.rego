# METADATA
# title: Pipelines use orbs that were released
# description: "A development orb can be overwritten by any member of its namespace, and a volatile one is whatever was published last."
# custom:
#   id: pipeline-uses-released-orbs
#   severity: high
#   criteria:
#     - {id: CC6.8, aspect: pipeline-input, strength: primary, because: "code that anyone may overwrite does not run with the pipeline's rights"}
#     - {id: CC9.2, aspect: dependency-trust, strength: supporting, because: orbs are taken in releases that their makers stand by}
#   tests: design
#   reads: [includes]
#   remediation:
#     circleci: "name the orb by the whole version of a release: `node: circleci/node@5.2.0`"
#   aliases:
#     checkov: [CKV_CIRCLECIPIPELINES_3, CKV_CIRCLECIPIPELINES_4]
#   since: "0.1.0"
package gapcheck.pipeline.uses_released_orbs

subjects contains pipeline.id if {
	some pipeline in input.pipeline
	some include in pipeline.includes
	include.place == "orb"
}

deny contains {"subject": pipeline.id, "path": ["includes", sprintf("%d", [index]), "version"], "message": message} if {
	some pipeline in input.pipeline
	some index, include in pipeline.includes
	include.place == "orb"
	_is_unreleased(include.version)
	message := sprintf("%s uses %s, which was never released", [pipeline.name, include.reference])
}

_is_unreleased(version) if version == "volatile"

_is_unreleased(version) if startswith(version, "dev:")
