# METADATA
# title: An escalation path is written down
# description: "An alert that reaches nobody is no alert."
# custom:
#   id: document-says-who-is-on-call
#   severity: low
#   criteria:
#     - {id: CC7.4, aspect: on-call, strength: primary, because: "who answers, and who is next, is settled"}
#     - {id: CC7.3, aspect: escalation, strength: primary, because: "the way of an event to those who judge it is settled"}
#   tests: design
#   reads: [managed, owner, review_due, reviewed, topic, words]
#   remediation:
#     documents: "give the head of the document an `owner` and the day it was `reviewed`; docs/documents.md tells more"
#   since: "0.1.0"
package gapcheck.document.says_who_is_on_call

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

_is_asked(document) if document.topic == "on-call"
