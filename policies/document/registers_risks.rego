# METADATA
# title: A risk register is kept
# description: "Risks that nobody lists are treated by chance."
# custom:
#   id: document-registers-risks
#   severity: medium
#   criteria:
#     - {id: CC3.2, aspect: risk-register, strength: primary, because: "risks are listed and looked at again"}
#   tests: design
#   reads: [managed, owner, review_due, reviewed, topic, words]
#   remediation:
#     documents: "give the head of the document an `owner` and the day it was `reviewed`; docs/documents.md tells more"
#   since: "0.1.0"
package gapcheck.document.registers_risks

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

_is_asked(document) if document.topic == "risk-register"
