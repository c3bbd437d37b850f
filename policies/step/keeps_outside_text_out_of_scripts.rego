# METADATA
# title: Text that outsiders write is not expanded into scripts
# description: "An expression is expanded before the shell reads the script, so a title or branch name can hold commands that then run with the job's token."
# related_resources:
#   - https://docs.github.com/en/actions/concepts/security/script-injections
# custom:
#   id: step-keeps-outside-text-out-of-scripts
#   severity: critical
#   criteria:
#     - {id: CC6.8, aspect: pipeline-input, strength: primary, because: outsiders must not be able to run code in the pipeline}
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: a build that outsiders can steer makes no known result}
#   tests: design
#   reads: [interpolations]
#   remediation:
#     azure-pipelines: "put the value in `env:` of the step and use that variable in the script, quoted"
#     bitbucket: "hand the variable to the second shell as an argument, and let it expand it"
#     circleci: "use the variable of the shell, quoted, in place of `<< ... >>`, and hand it to a second shell as an argument"
#     github-actions: "put the value in `env:` and use the variable in the script, quoted"
#     gitlab-ci: "hand the variable to the second shell as an argument or a variable, and let it expand it: `bash -c 'echo \"$1\"' - \"$CI_COMMIT_TITLE\"`"
#   aliases:
#     checkov: [CKV_GHA_2, CKV_CIRCLECIPIPELINES_6]
#     kics: [20f14e1a-a899-4e79-9f09-b6a84cd4649b, 62ff6823-927a-427f-acf9-f1ea2932d616]
#     zizmor: [template-injection]
#   since: "0.1.0"
package gapcheck.step.keeps_outside_text_out_of_scripts

subjects contains step.id if {
	some step in input.step
	step.interpolations
}

deny contains {"subject": step.id, "path": ["interpolations", sprintf("%d", [index])], "message": message} if {
	some step in input.step
	some index, interpolation in step.interpolations
	interpolation.untrusted == true
	message := sprintf("%s expands %s into its script, which outsiders can write", [step.name, interpolation.expression])
}
