# METADATA
# title: A procedure for requests of data subjects is written down
# description: "A request has a time limit, and finding the way takes time."
# custom:
#   id: document-answers-data-subjects
#   severity: medium
#   criteria:
#     - {id: P5.1, aspect: request-procedure, strength: primary, because: "how requests are answered is settled"}
#     - {id: P4.3, aspect: disposal-procedure, strength: supporting, because: "deletion on request has its steps"}
#   tests: design
#   reads: [managed, owner, review_due, reviewed, topic, words]
#   remediation:
#     documents: "give the head of the document an `owner` and the day it was `reviewed`; docs/documents.md tells more"
#   since: "0.1.0"
package gapcheck.document.answers_data_subjects

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

_is_asked(document) if document.topic == "data-subject-requests"
