# METADATA
# title: A list of vendors is kept
# description: "Who does not know the suppliers does not know their weaknesses."
# custom:
#   id: document-lists-vendors
#   severity: medium
#   criteria:
#     - {id: CC9.2, aspect: vendor-list, strength: primary, because: "suppliers are listed"}
#   tests: design
#   reads: [managed, owner, review_due, reviewed, topic, words]
#   remediation:
#     documents: "give the head of the document an `owner` and the day it was `reviewed`; docs/documents.md tells more"
#   since: "0.1.0"
package gapcheck.document.lists_vendors

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

_is_asked(document) if document.topic == "vendor-list"
