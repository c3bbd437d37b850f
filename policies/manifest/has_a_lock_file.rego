# METADATA
# title: Each manifest has a committed lock file
# description: "Without one, each build takes the versions of the day, which nobody reviewed."
# custom:
#   id: manifest-has-a-lock-file
#   severity: medium
#   criteria:
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: builds use the versions that were reviewed}
#     - {id: CC6.8, aspect: integrity, strength: supporting, because: packages are checked against recorded digests}
#     - {id: CC9.2, aspect: dependency-trust, strength: supporting, because: what others supply is fixed and known}
#   tests: design
#   reads: [dependencies, lock_file]
#   remediation:
#     manifest: "commit the lock file that the package manager writes, or ask for exact versions"
#   since: "0.1.0"
package gapcheck.manifest.has_a_lock_file

subjects contains manifest.id if {
	some manifest in input.manifest
	manifest.dependencies == true
}

deny contains {"subject": manifest.id, "path": ["lock_file"], "message": message} if {
	some manifest in input.manifest
	manifest.dependencies == true
	not manifest.lock_file
	message := sprintf("%s has no lock file", [manifest.name])
}
