# METADATA
# title: Functions use a runtime that the provider still mends
# description: "A runtime that is given up gets no more fixes, and its weaknesses are public."
# custom:
#   id: function-uses-a-supported-runtime
#   severity: medium
#   criteria:
#     - {id: CC7.1, aspect: patching, strength: primary, because: known weaknesses of the runtime are mended}
#   tests: design
#   reads: [runtime]
#   remediation:
#     cloudformation: "name a current runtime in `Runtime`"
#     terraform: "name a current runtime in `runtime`"
#   aliases:
#     checkov: [CKV_AWS_363]
#     prowler: [awslambda_function_using_supported_runtimes]
#   since: "0.1.0"
package gapcheck.function.uses_a_supported_runtime

subjects contains function.id if {
	some function in input.function
	_in_scope(function)
}

deny contains {"subject": function.id, "path": ["runtime"], "message": message} if {
	some function in input.function
	_in_scope(function)
	ended := _ended[function.runtime]
	ended <= input.today
	message := sprintf("%s uses %s, which gets no fixes since %s", [function.name, function.runtime, ended])
}

_in_scope(function) if {
	function.provider == "aws"
	function.runtime
}

# The days from which on they are deprecated: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
_ended := {
	"dotnet5.0": "2022-05-10",
	"dotnet6": "2024-12-20",
	"dotnet7": "2024-05-14",
	"dotnet8": "2026-11-10",
	"dotnetcore1.0": "2019-06-27",
	"dotnetcore2.0": "2019-05-30",
	"dotnetcore2.1": "2022-01-05",
	"dotnetcore3.1": "2023-04-03",
	"go1.x": "2024-01-08",
	"java8": "2024-01-08",
	"nodejs": "2016-10-31",
	"nodejs10.x": "2021-07-30",
	"nodejs12.x": "2023-03-31",
	"nodejs14.x": "2023-12-04",
	"nodejs16.x": "2024-06-12",
	"nodejs18.x": "2025-09-01",
	"nodejs20.x": "2026-04-30",
	"nodejs4.3": "2020-03-05",
	"nodejs4.3-edge": "2019-04-30",
	"nodejs6.10": "2019-08-12",
	"nodejs8.10": "2020-03-06",
	"provided": "2024-01-08",
	"python2.7": "2021-07-15",
	"python3.6": "2022-07-18",
	"python3.7": "2023-12-04",
	"python3.8": "2024-10-14",
	"python3.9": "2025-12-15",
	"ruby2.5": "2021-07-30",
	"ruby2.7": "2023-12-07",
	"ruby3.2": "2026-03-31",
}
