# METADATA
# title: Clusters run no dashboard of their own
# description: "The dashboard of the cluster holds wide rights, and was the way in of known breaches."
# custom:
#   id: cluster-runs-no-dashboard
#   severity: high
#   criteria:
#     - {id: CC6.6, aspect: entry-points, strength: primary, because: no way in stands beside the control plane}
#     - {id: CC6.8, aspect: least-privilege, strength: supporting, because: no program holds rights over the cluster without need}
#   tests: design
#   reads: [dashboard]
#   remediation:
#     terraform: "leave the add-on `kube_dashboard` off"
#   aliases:
#     checkov: [CKV_AZURE_8]
#     kics: [61c3cb8b-0715-47e4-b788-86dde40dd2db]
#   since: "0.1.0"
package gapcheck.cluster.runs_no_dashboard

subjects contains cluster.id if {
	some cluster in input.cluster
	is_boolean(cluster.dashboard)
}

deny contains {"subject": cluster.id, "path": ["dashboard"], "message": message} if {
	some cluster in input.cluster
	cluster.dashboard == true
	message := sprintf("%s runs a dashboard of its own", [cluster.name])
}
