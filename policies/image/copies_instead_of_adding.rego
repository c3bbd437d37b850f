# METADATA
# title: Files come into images by COPY and not by ADD
# description: "ADD fetches addresses and unpacks archives: what lands in the image is not what was reviewed."
# custom:
#   id: image-copies-instead-of-adding
#   severity: low
#   criteria:
#     - {id: CC6.8, aspect: integrity, strength: supporting, because: content is part of the reviewed source}
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: what is copied is what was reviewed}
#   tests: design
#   reads: [additions]
#   remediation:
#     dockerfile: "write `COPY` for files and folders; keep `ADD` for archives to unpack, and for addresses with `--checksum`"
#   aliases:
#     trivy: [AVD-DS-0005, DS-0005]
#     kics: [9513a694-aa0d-41d8-be61-3271e056f36b]
#     hadolint: [DL3020]
#   since: "0.1.0"
package gapcheck.image.copies_instead_of_adding

subjects contains image.id if some image in input.image

deny contains {"subject": image.id, "path": ["additions", sprintf("%d", [index]), "source"], "message": message} if {
	some image in input.image
	some index, addition in image.additions
	addition.instruction == "ADD"
	not addition.checksum
	not _unpacks(addition)
	not _comes_from_a_repository(addition)
	message := sprintf("%s is added to %s where a copy would do", [addition.source, image.name])
}

_unpacks(addition) if {
	addition.remote == false
	some ending in [".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst", ".tzst", ".gz", ".bz2", ".xz"]
	endswith(lower(addition.source), ending)
}

# What git fetches cannot be copied.
_comes_from_a_repository(addition) if startswith(addition.source, "git@")

_comes_from_a_repository(addition) if {
	addition.remote == true
	endswith(addition.source, ".git")
}

_comes_from_a_repository(addition) if {
	addition.remote == true
	contains(addition.source, ".git#")
}
