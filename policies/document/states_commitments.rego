# METADATA
# title: Commitments to customers are written down
# description: "What was promised can be kept only if it is known."
# custom:
#   id: document-states-commitments
#   severity: low
#   criteria:
#     - {id: CC2.3, aspect: commitments, strength: primary, because: "customers can read what they are promised"}
#   tests: design
#   reads: [managed, owner, review_due, reviewed, topic, words]
#   remediation:
#     documents: "give the head of the document an `owner` and the day it was `reviewed`; docs/documents.md tells more"
#   since: "0.1.0"
package gapcheck.document.states_commitments

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

_is_asked(document) if document.topic == "service-commitments"
