# METADATA
# title: The system and its data flows are described
# description: "Nobody can protect what nobody can draw."
# custom:
#   id: document-describes-the-system
#   severity: low
#   criteria:
#     - {id: CC2.1, aspect: data-flow, strength: primary, because: "components and flows are described"}
#     - {id: CC2.3, aspect: commitments, strength: supporting, because: "users can learn what the system does"}
#   tests: design
#   reads: [managed, owner, review_due, reviewed, topic, words]
#   remediation:
#     documents: "give the head of the document an `owner` and the day it was `reviewed`; docs/documents.md tells more"
#   since: "0.1.0"
package gapcheck.document.describes_the_system

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

_is_asked(document) if document.topic == "architecture"
