# METADATA
# title: API servers and kubelets offer only sound ciphers
# description: Ciphers without forward secrecy or with known weaknesses let recorded traffic be read later.
# custom:
#   id: cluster-offers-sound-ciphers
#   severity: medium
#   criteria:
#     - {id: CC6.7, aspect: protocol-versions, strength: primary, because: links to the control plane use ciphers that hold}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "list only AES-GCM and ChaCha20-Poly1305 suites in `--tls-cipher-suites`, or leave it out"
#   aliases:
#     checkov: [CKV_K8S_105, CKV_K8S_151]
#     prowler: [apiserver_strong_ciphers_only, kubelet_strong_ciphers_only]
#   since: "0.1.0"
package gapcheck.cluster.offers_sound_ciphers

subjects contains cluster.id if {
	some cluster in input.cluster
	_in_scope(cluster)
}

deny contains {"subject": cluster.id, "path": ["flags", "tls-cipher-suites"], "message": message} if {
	some cluster in input.cluster
	_in_scope(cluster)
	some suite in split(cluster.flags["tls-cipher-suites"], ",")
	not suite in _sound
	message := sprintf("%s offers the cipher %s", [cluster.name, suite])
}

_in_scope(cluster) if cluster.component in {"kube-apiserver", "kubelet"}

# Those of TLS 1.3 cannot be chosen, and are always on.
_sound := {
	"TLS_AES_128_GCM_SHA256",
	"TLS_AES_256_GCM_SHA384",
	"TLS_CHACHA20_POLY1305_SHA256",
	"TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
	"TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
	"TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305",
	"TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
	"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
	"TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
	"TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305",
	"TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
	"TLS_RSA_WITH_AES_128_GCM_SHA256",
	"TLS_RSA_WITH_AES_256_GCM_SHA384",
}
