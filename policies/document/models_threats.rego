# METADATA
# title: A threat model is written down
# description: "Who has not thought of an attack does not defend against it."
# custom:
#   id: document-models-threats
#   severity: low
#   criteria:
#     - {id: CC3.2, aspect: threat-model, strength: primary, because: "threats to the system are worked out"}
#   tests: design
#   reads: [managed, owner, review_due, reviewed, topic, words]
#   remediation:
#     documents: "give the head of the document an `owner` and the day it was `reviewed`; docs/documents.md tells more"
#   since: "0.1.0"
package gapcheck.document.models_threats

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

_is_asked(document) if document.topic == "threat-model"
