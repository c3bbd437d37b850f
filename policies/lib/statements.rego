# Statements of resource policies: whom they let in.
package gapcheck.lib.statements

# Keys of conditions that leave only callers the owner knows.
_narrowing := {
	"aws:principalaccount",
	"aws:principalarn",
	"aws:principalorgid",
	"aws:principalorgpaths",
	"aws:sourceaccount",
	"aws:sourcearn",
	"aws:sourceip",
	"aws:sourceorgid",
	"aws:sourceowner",
	"aws:sourcevpc",
	"aws:sourcevpce",
	"aws:vpcsourceip",
	"kms:calleraccount",
	"s3:dataaccesspointaccount",
}

# Places of the principals by which a statement lets everybody in.
open_principals(statement) := {index |
	statement.effect == "allow"
	not _narrowed(statement)
	some index, principal in statement.principals
	_everybody(principal)
}

_everybody(principal) if principal == "*"

_everybody(principal) if startswith(principal, "arn:aws:iam::*:")

_narrowed(statement) if {
	some condition in statement.conditions
	condition.key in _narrowing
	every value in condition.values {
		not value in {"*", "0.0.0.0/0", "::/0"}
	}
}
