# METADATA
# title: A retention schedule is written down
# description: "Data that nobody deletes are lost one day to somebody else."
# custom:
#   id: document-schedules-retention
#   severity: medium
#   criteria:
#     - {id: C1.2, aspect: retention-schedule, strength: primary, because: "how long data are kept is settled"}
#     - {id: P4.2, aspect: retention-schedule, strength: primary, because: "personal data have their periods"}
#   tests: design
#   reads: [managed, owner, review_due, reviewed, topic, words]
#   remediation:
#     documents: "give the head of the document an `owner` and the day it was `reviewed`; docs/documents.md tells more"
#   since: "0.1.0"
package gapcheck.document.schedules_retention

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

_is_asked(document) if document.topic == "retention-schedule"
