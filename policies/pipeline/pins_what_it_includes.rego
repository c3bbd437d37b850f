# METADATA
# title: Configuration taken in from elsewhere is pinned to a commit or a whole version
# description: "Whoever can change an included file decides what the pipeline runs, with its variables and its token."
# custom:
#   id: pipeline-pins-what-it-includes
#   severity: high
#   criteria:
#     - {id: CC6.8, aspect: trusted-sources, strength: primary, because: outside code in a pipeline must not change without a reviewed change}
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: what builds the system is fixed and known}
#     - {id: CC9.2, aspect: dependency-trust, strength: supporting, because: an included file is a supplied component}
#   tests: design
#   reads: [includes]
#   remediation:
#     azure-pipelines: "set `ref:` of the repository to a commit or a whole version tag: `refs/tags/v1.2.3`"
#     circleci: "name the orb by its whole version: `node: circleci/node@5.2.0`"
#     gitlab-ci: "set `ref:` to a commit or a whole version tag, give a remote file `integrity:`, and name a component by its whole version"
#   since: "0.1.0"
package gapcheck.pipeline.pins_what_it_includes

subjects contains pipeline.id if {
	some pipeline in input.pipeline
	pipeline.includes
}

deny contains {"subject": pipeline.id, "path": ["includes", sprintf("%d", [index]), "pinned"], "message": message} if {
	some pipeline in input.pipeline
	some index, include in pipeline.includes
	include.pinned == false
	not _of_platform(include)
	message := sprintf("%s includes %s, which can change unseen", [pipeline.name, include.reference])
}

# The platform's own: who could change these could change the runner as well.
_of_platform(include) if {
	include.place == "orb"
	startswith(include.reference, "circleci/")
	regex.match(`^[0-9.]+$`, include.version)
}
