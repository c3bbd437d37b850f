# METADATA
# title: A data classification standard is written down
# description: "Data are protected as they deserve only where somebody said how much that is."
# custom:
#   id: document-classifies-data
#   severity: medium
#   criteria:
#     - {id: C1.1, aspect: classification, strength: primary, because: "what is confidential is defined"}
#   tests: design
#   reads: [managed, owner, review_due, reviewed, topic, words]
#   remediation:
#     documents: "give the head of the document an `owner` and the day it was `reviewed`; docs/documents.md tells more"
#   since: "0.1.0"
package gapcheck.document.classifies_data

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

_is_asked(document) if document.topic == "data-classification"
