# METADATA
# title: Repositories that are not meant for everybody are private
# description: What a public repository holds is known to everybody from then on.
# custom:
#   id: repository-is-private
#   severity: medium
#   criteria:
#     - {id: C1.1, aspect: protection, strength: supporting, because: who may read what is written there is limited}
#   tests: design
#   reads: [is_archived, is_private]
#   remediation:
#     platform: "make the repository private or internal in its settings"
#     terraform: "set `visibility` to `private` or `internal`"
#   aliases:
#     checkov: [CKV_GIT_1]
#     trivy: [GIT-0001, AVD-GIT-0001]
#     kics: [15d8a7fd-465a-4d15-a868-add86552f17b]
#     tfsec: [github-repositories-private]
#   since: "0.1.0"
package gapcheck.repository.is_private

subjects contains repository.id if {
	some repository in input.repository
	_is_asked(repository)
}

deny contains {"subject": repository.id, "path": ["is_private"], "message": message} if {
	some repository in input.repository
	_is_asked(repository)
	repository.is_private == false
	message := sprintf("%s is open to everybody", [repository.name])
}

# Nothing changes in an archived repository.
_is_asked(repository) if {
	is_boolean(repository.is_private)
	not repository.is_archived == true
}
