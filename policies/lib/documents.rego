# Documents: what they lack to be worth something to a reader.
package gapcheck.lib.documents

# What a document lacks, each as the fact to show and the words for it. Only a document that says how it is kept is held
# to an owner and a review: of the others nothing but their being there is known.
shortcomings(document, today) := {short |
	some short in _possible
	_lacks(document, short.fact, today)
}

_possible := {
	{"fact": "words", "says": "says next to nothing"},
	{"fact": "owner", "says": "names no owner"},
	{"fact": "reviewed", "says": "does not say when it was last looked at"},
	{"fact": "review_due", "says": "has not been looked at again in time"},
}

_lacks(document, "words", _) if document.words < 12

_lacks(document, "owner", _) if {
	document.managed
	not document.owner
}

_lacks(document, "reviewed", _) if {
	document.managed
	not document.reviewed
}

_lacks(document, "review_due", today) if document.review_due < today
