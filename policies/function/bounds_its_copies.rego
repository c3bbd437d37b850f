# METADATA
# title: Functions bound how many copies run at once
# description: "One function that is called without end takes the capacity of all others, and the bill grows with it."
# custom:
#   id: function-bounds-its-copies
#   severity: low
#   criteria:
#     - {id: A1.1, aspect: resource-limits, strength: supporting, because: one function cannot use up the capacity of all}
#   tests: design
#   reads: [reserved_concurrency]
#   remediation:
#     cloudformation: "set `ReservedConcurrentExecutions`"
#     terraform: "set `reserved_concurrent_executions`"
#   aliases:
#     checkov: [CKV_AWS_115]
#   since: "0.1.0"
package gapcheck.function.bounds_its_copies

subjects contains function.id if {
	some function in input.function
	is_number(function.reserved_concurrency)
}

# Zero lets nothing run, which is a bound as well.
deny contains {"subject": function.id, "path": ["reserved_concurrency"], "message": message} if {
	some function in input.function
	function.reserved_concurrency < 0
	message := sprintf("%s runs in any number of copies", [function.name])
}
