# METADATA
# title: An access review was recorded in the last ninety days
# description: "Rights pile up where nobody takes them back."
# custom:
#   id: document-records-access-reviews
#   severity: medium
#   criteria:
#     - {id: CC6.2, aspect: access-review, strength: primary, because: "a dated record shows that rights were looked at"}
#     - {id: CC6.3, aspect: access-review, strength: supporting, because: "rights that are no longer needed are found"}
#   tests: operating
#   reads: [dated, is_newest, managed, owner, review_due, reviewed, topic, words]
#   remediation:
#     documents: "record the next one, with its day in the name of the file or as `date` in its head"
#   since: "0.1.0"
package gapcheck.document.records_access_reviews

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
	message := sprintf("%s is the newest record, and older than 90 days", [document.name])
}

_is_old(document) if not document.dated

_is_old(document) if time.add_date(_start(document.dated), 0, 0, 90) < _start(input.today)

_start(day) := time.parse_rfc3339_ns(sprintf("%sT00:00:00Z", [day]))

# Older records stand for older periods.
_is_asked(document) if {
	document.topic == "access-review"
	document.is_newest
}
