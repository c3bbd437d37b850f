# METADATA
# title: Security policies are written down, owned and looked at again
# description: "Rules that nobody wrote down, owns or looks at are rules for nobody."
# custom:
#   id: document-policies-are-kept
#   severity: medium
#   criteria:
#     - {id: CC5.3, aspect: written-policies, strength: primary, because: "the rules are written down"}
#     - {id: CC5.3, aspect: policy-ownership, strength: primary, because: "someone answers for each and looks at it again"}
#     - {id: CC2.2, aspect: working-rules, strength: supporting, because: "people can read what is expected of them"}
#   tests: design
#   reads: [managed, owner, review_due, reviewed, topic, words]
#   remediation:
#     documents: "give the head of the document an `owner` and the day it was `reviewed`; docs/documents.md tells more"
#   since: "0.1.0"
package gapcheck.document.policies_are_kept

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

_is_asked(document) if document.topic == "policy"
