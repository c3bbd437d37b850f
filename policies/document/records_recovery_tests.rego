# METADATA
# title: A recovery test was recorded in the last twelve months
# description: "A backup that was never restored is a hope."
# custom:
#   id: document-records-recovery-tests
#   severity: medium
#   criteria:
#     - {id: A1.3, aspect: test-records, strength: primary, because: "a dated record shows that recovery was tried"}
#     - {id: CC7.5, aspect: restore-results, strength: supporting, because: "recovery is known to work"}
#   tests: operating
#   reads: [dated, is_newest, managed, owner, review_due, reviewed, topic, words]
#   remediation:
#     documents: "record the next one, with its day in the name of the file or as `date` in its head"
#   since: "0.1.0"
package gapcheck.document.records_recovery_tests

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

deny contains {"subject": document.id, "path": ["dated"], "message": message} if {
	some document in input.document
	_is_asked(document)
	_is_old(document)
	message := sprintf("%s is the newest record, and older than 365 days", [document.name])
}

_is_old(document) if not document.dated

_is_old(document) if time.add_date(_start(document.dated), 0, 0, 365) < _start(input.today)

_start(day) := time.parse_rfc3339_ns(sprintf("%sT00:00:00Z", [day]))

# Older records stand for older periods.
_is_asked(document) if {
	document.topic == "recovery-test"
	document.is_newest
}
