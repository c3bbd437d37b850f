# METADATA
# title: Post-incident reviews are recorded
# description: "An incident that nobody writes down teaches nobody."
# custom:
#   id: document-learns-from-incidents
#   severity: low
#   criteria:
#     - {id: CC7.5, aspect: post-incident-reviews, strength: primary, because: "causes and follow-up of incidents are recorded"}
#   tests: design
#   reads: [managed, owner, review_due, reviewed, topic, words]
#   remediation:
#     documents: "give the head of the document an `owner` and the day it was `reviewed`; docs/documents.md tells more"
#   since: "0.1.0"
package gapcheck.document.learns_from_incidents

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

_is_asked(document) if document.topic == "post-incident-review"
