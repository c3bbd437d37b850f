# METADATA
# title: Web apps say whether they work
# description: An instance that no longer answers is taken out and replaced only where the platform asks.
# custom:
#   id: endpoint-says-whether-it-works
#   severity: low
#   criteria:
#     - {id: A1.2, aspect: health-checks, strength: primary, because: failed instances are found and replaced}
#   tests: design
#   reads: [health_check]
#   remediation:
#     terraform: "set `health_check_path` in `site_config`"
#   aliases:
#     checkov: [CKV_AZURE_213]
#   since: "0.1.0"
package gapcheck.endpoint.says_whether_it_works

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	is_boolean(endpoint.health_check)
}

deny contains {"subject": endpoint.id, "path": ["health_check"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.health_check == false
	message := sprintf("nobody asks %s whether it works", [endpoint.name])
}
