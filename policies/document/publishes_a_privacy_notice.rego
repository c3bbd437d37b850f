# METADATA
# title: A privacy notice is kept
# description: "People learn from it what happens with their data."
# custom:
#   id: document-publishes-a-privacy-notice
#   severity: medium
#   criteria:
#     - {id: P1.1, aspect: privacy-notice, strength: primary, because: "the notice is kept where its changes are seen"}
#   tests: design
#   reads: [managed, owner, review_due, reviewed, topic, words]
#   remediation:
#     documents: "give the head of the document an `owner` and the day it was `reviewed`; docs/documents.md tells more"
#   since: "0.1.0"
package gapcheck.document.publishes_a_privacy_notice

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

_is_asked(document) if document.topic == "privacy-notice"
