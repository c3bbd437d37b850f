# METADATA
# title: Packages are fetched over TLS
# description: "Who sits on the way can put other code in the place of a package that travels in the clear."
# custom:
#   id: manifest-fetches-over-tls
#   severity: high
#   criteria:
#     - {id: CC6.8, aspect: trusted-sources, strength: primary, because: a source is only known for what it is by its certificate}
#     - {id: CC6.7, aspect: encryption-in-transit, strength: supporting, because: packages and tokens for private ones cross the network}
#     - {id: CC9.2, aspect: dependency-trust, strength: supporting, because: what others supply must arrive as they sent it}
#   tests: design
#   reads: [plain_sources]
#   remediation:
#     manifest: "write the addresses of registries and sources with `https://`, and leave the checks of certificates on"
#   since: "0.1.0"
package gapcheck.manifest.fetches_over_tls

subjects contains manifest.id if {
	some manifest in input.manifest
	manifest.plain_sources
}

deny contains {"subject": manifest.id, "path": ["plain_sources", sprintf("%d", [index])], "message": message} if {
	some manifest in input.manifest
	some index, source in manifest.plain_sources
	message := sprintf("%s fetches packages in the clear: %s", [manifest.name, source])
}
