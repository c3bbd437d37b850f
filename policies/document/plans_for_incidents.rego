# METADATA
# title: An incident response plan is written down
# description: "In an incident there is no time to work out who does what."
# custom:
#   id: document-plans-for-incidents
#   severity: medium
#   criteria:
#     - {id: CC7.4, aspect: incident-plan, strength: primary, because: "roles and steps are settled before an incident"}
#     - {id: CC7.3, aspect: escalation, strength: supporting, because: "who is called is settled"}
#   tests: design
#   reads: [managed, owner, review_due, reviewed, topic, words]
#   remediation:
#     documents: "give the head of the document an `owner` and the day it was `reviewed`; docs/documents.md tells more"
#   since: "0.1.0"
package gapcheck.document.plans_for_incidents

import data.gapcheck.lib.documents

subjects contains document.id if {
	some document in input.document
	_is_asked(document)
}

deny contains {"subject": document.id, "path": [short.fact], "message": message} if {
	some document in input.document
	_is_asked(document)
	some short in documents.shortcomings(document, input.today)
	message := sprintf("%s %s", [document.name, short.says])
}

_is_asked(document) if document.topic == "incident-response"
