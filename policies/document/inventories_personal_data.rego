# METADATA
# title: An inventory of personal data is kept
# description: "Who does not know which personal data there are can neither protect nor delete them."
# custom:
#   id: document-inventories-personal-data
#   severity: medium
#   criteria:
#     - {id: P4.1, aspect: data-inventory, strength: primary, because: "personal data, purposes and places are listed"}
#   tests: design
#   reads: [managed, owner, review_due, reviewed, topic, words]
#   remediation:
#     documents: "give the head of the document an `owner` and the day it was `reviewed`; docs/documents.md tells more"
#   since: "0.1.0"
package gapcheck.document.inventories_personal_data

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

_is_asked(document) if document.topic == "data-inventory"
