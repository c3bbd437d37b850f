# METADATA
# title: A recovery runbook is written down
# description: "Backups help those who know how to restore them."
# custom:
#   id: document-plans-for-recovery
#   severity: medium
#   criteria:
#     - {id: A1.2, aspect: recovery-runbook, strength: primary, because: "how to restore is settled before it is needed"}
#     - {id: CC7.5, aspect: recovery-means, strength: supporting, because: "recovery follows known steps"}
#     - {id: A1.3, aspect: test-records, strength: supporting, because: a test of recovery tries steps that are written down}
#   tests: design
#   reads: [managed, owner, review_due, reviewed, topic, words]
#   remediation:
#     documents: "give the head of the document an `owner` and the day it was `reviewed`; docs/documents.md tells more"
#   since: "0.1.0"
package gapcheck.document.plans_for_recovery

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

_is_asked(document) if document.topic == "recovery-runbook"
