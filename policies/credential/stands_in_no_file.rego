# METADATA
# title: No file holds a credential that works
# description: "Who can read a repository, now or in any later copy of it, can use what is written there."
# custom:
#   id: credential-stands-in-no-file
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: credentials are kept where only those who need them can read them}
#     - {id: C1.1, aspect: protection, strength: supporting, because: what the credential protects is as open as the file}
#   tests: design
#   reads: [harmless]
#   remediation:
#     credentials: "revoke it first, since the history keeps it; then take the new one from the environment or a secret store"
#   aliases:
#     checkov: [CKV_SECRET_2, CKV_SECRET_3, CKV_SECRET_4, CKV_SECRET_9, CKV_SECRET_12, CKV_SECRET_13, CKV_SECRET_14, CKV_SECRET_16, CKV_SECRET_17]
#   since: "0.1.0"
package gapcheck.credential.stands_in_no_file

subjects contains credential.id if some credential in input.credential

deny contains {"subject": credential.id, "path": ["what"], "message": message} if {
	some credential in input.credential
	not credential.harmless
	message := sprintf("%s: it stands there for everybody who can read the file", [credential.name])
}
