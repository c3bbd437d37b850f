# METADATA
# title: API servers refuse tokens whose account is gone
# description: "Where the server looks at a token's signature only, the token of a deleted account goes on working."
# custom:
#   id: cluster-withdraws-tokens-of-deleted-accounts
#   severity: high
#   criteria:
#     - {id: CC6.2, aspect: standing-credentials, strength: supporting, because: taking an account away takes its access away}
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: a token holds only while its account does}
#   tests: design
#   reads: [component, flags]
#   remediation:
#     kubernetes: "remove `--service-account-lookup=false`"
#   aliases:
#     kics: [a5530bd7-225a-48f9-91bb-f40b04200165]
#   since: "0.1.0"
package gapcheck.cluster.withdraws_tokens_of_deleted_accounts

subjects contains cluster.id if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
}

deny contains {"subject": cluster.id, "path": ["flags", "service-account-lookup"], "message": message} if {
	some cluster in input.cluster
	cluster.component == "kube-apiserver"
	cluster.flags["service-account-lookup"] == "false"
	message := sprintf("%s takes tokens of accounts that are gone", [cluster.name])
}
