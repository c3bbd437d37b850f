# METADATA
# title: Configuration recorders run and record every type
# description: "A change that is not recorded cannot be found, reviewed or undone."
# custom:
#   id: monitor-records-all-configuration
#   severity: high
#   criteria:
#     - {id: CC7.1, aspect: configuration-monitoring, strength: primary, because: the record of configuration shows changes that introduce weaknesses}
#     - {id: CC4.1, aspect: continuous-monitoring, strength: supporting, because: rules and reviews work on the record}
#   tests: design
#   reads: [watch, covers_all, recording]
#   remediation:
#     cloudformation: "set `RecordingGroup: {AllSupported: true}`"
#     terraform: "set `all_supported = true` in `recording_group` and start it with an `aws_config_configuration_recorder_status`"
#   aliases:
#     checkov: [CKV2_AWS_45, CKV2_AWS_48]
#     prowler: [config_recorder_all_regions_enabled]
#   since: "0.1.0"
package gapcheck.monitor.records_all_configuration

subjects contains monitor.id if {
	some monitor in input.monitor
	monitor.watch == "config_recorder"
}

deny contains {"subject": monitor.id, "path": [fact], "message": message} if {
	some monitor in input.monitor
	monitor.watch == "config_recorder"
	some fact, fault in {"covers_all": "leaves types of resources out", "recording": "does not run"}
	monitor[fact] == false
	message := sprintf("%s %s", [monitor.name, fault])
}
