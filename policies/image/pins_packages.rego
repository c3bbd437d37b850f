# METADATA
# title: Builds install packages of fixed versions
# description: "Without a version, two builds of the same sources differ, and a bad release comes in unseen."
# custom:
#   id: image-pins-packages
#   severity: low
#   criteria:
#     - {id: CC8.1, aspect: baseline, strength: primary, because: builds must repeat}
#     - {id: CC6.8, aspect: integrity, strength: supporting, because: changes in what is installed must be visible}
#   tests: design
#   reads: [packages]
#   remediation:
#     dockerfile: "name versions (`curl=7.88.1-10`, `requests==2.32.3`), or install from a lock file (`npm ci`, `pip install -r`)"
#   aliases:
#     kics: [965a08d7-ef86-4f14-8792-4a3b2098937e, e36d8880-3f78-4546-b9a1-12f0745ca0d5,
#       02d9c71f-3ee8-4986-9c27-1a20d0d19bfc, d3499f6d-1651-41bb-a9a7-de925fea487b,
#       22cd11f7-9c6c-4f6e-84c0-02058120b341, 6452c424-1d92-4deb-bb18-a03e95d579c4,
#       93d88cf7-f078-46a8-8ddc-178e03aeacf1, 562952e4-0348-4dea-9826-44f3a2c6117b]
#     hadolint: [DL3008, DL3013, DL3016, DL3018, DL3028, DL3033, DL3037, DL3041]
#   since: "0.1.0"
package gapcheck.image.pins_packages

subjects contains image.id if {
	some image in input.image
	count(image.packages) > 0
}

# One finding a command, at its first package: the others are mended in the same way.
deny contains {"subject": image.id, "path": ["packages", sprintf("%d", [first]), "version"], "message": message} if {
	some image in input.image
	some installed in image.packages
	loose := [index |
		some index, other in image.packages
		other.command == installed.command
		not other.version
	]
	first := min(loose)
	message := sprintf("the build of %s installs %s of any version with %s", [image.name, _counted(count(loose)), installed.manager])
}

_counted(number) := "a package" if number == 1

_counted(number) := sprintf("%d packages", [number]) if number > 1
