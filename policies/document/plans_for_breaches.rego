# METADATA
# title: A procedure for breach notices is written down
# description: "The law counts hours from the moment a breach is known."
# custom:
#   id: document-plans-for-breaches
#   severity: medium
#   criteria:
#     - {id: P6.6, aspect: notification-procedure, strength: primary, because: "who is told what, and when, is settled"}
#   tests: design
#   reads: [managed, owner, review_due, reviewed, topic, words]
#   remediation:
#     documents: "give the head of the document an `owner` and the day it was `reviewed`; docs/documents.md tells more"
#   since: "0.1.0"
package gapcheck.document.plans_for_breaches

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

_is_asked(document) if document.topic == "breach-notification"
