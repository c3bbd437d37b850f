# METADATA
# title: Files that hold secrets are kept out of the repository
# description: "What is committed once is in every clone and every backup, and is read by all who can read the code."
# custom:
#   id: repository-keeps-secrets-out-of-git
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: supporting, because: secrets stay where access to them is governed}
#   tests: design
#   reads: [committed_secret_files, unignored_secret_files]
#   remediation:
#     repository: "name the file in .gitignore, take it out of the tree with `git rm --cached`, and replace the secrets that it held"
#   since: "0.1.0"
package gapcheck.repository.keeps_secrets_out_of_git

subjects contains repository.id if some repository in input.repository

deny contains {"subject": repository.id, "path": path, "message": message} if {
	some repository in input.repository
	some index, file in repository.committed_secret_files
	path := ["committed_secret_files", sprintf("%d", [index])]
	message := sprintf("%s is %s, and lies in the repository", [file.path, file.what])
}

deny contains {"subject": repository.id, "path": path, "message": message} if {
	some repository in input.repository
	some index, file in repository.unignored_secret_files
	path := ["unignored_secret_files", sprintf("%d", [index])]
	message := sprintf("%s is %s, and no .gitignore keeps it out", [file.path, file.what])
}
