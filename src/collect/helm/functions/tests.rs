//! Templates and what they print: examples of the documentation of Go, Sprig and Helm, and what charts rely on.

use std::collections::HashMap;
use std::rc::Rc;

use super::super::language::machine::{Machine, NO_VALUE};
use super::super::language::nodes::NOWHERE;
use super::super::language::template::{Written, parse};
use super::super::language::value::{Kind, Value};
use super::super::values;
use super::{FAMILIES, TAKE_UNKNOWNS, function};

/// The values that the templates see as their dot.
const VALUES: &str = r#"
name: web
empty: ""
zero: 0
port: 8080
million: 1000000
half: 0.5
yes: true
no: false
nothing: null
octal: 0644
on: on
list: [c, a, b]
numbers: [1, 2, 3]
map: {a: one, b: {c: two}}
text: |
  first
  second
"#;

/// What a template prints, a pair a line.
const PRINTED: &[(&str, &str)] = &[
    // Go's language
    (r#"{{ "output" }}"#, "output"),
    (r#"{{ `"output"` }}"#, r#""output""#),
    (r#"{{ printf "%q" "output" }}"#, r#""output""#),
    (r#"{{ "output" | printf "%q" }}"#, r#""output""#),
    (r#"{{ printf "%q" (print "out" "put") }}"#, r#""output""#),
    (r#"{{ "put" | printf "%s%s" "out" | printf "%q" }}"#, r#""output""#),
    (r#"{{ "output" | printf "%s" | printf "%q" }}"#, r#""output""#),
    (r#"{{ with "output" }}{{ printf "%q" . }}{{ end }}"#, r#""output""#),
    (r#"{{ with $x := "output" | printf "%q" }}{{ $x }}{{ end }}"#, r#""output""#),
    (r#"{{ with $x := "output" }}{{ $x | printf "%q" }}{{ end }}"#, r#""output""#),
    (r#"{{ 23 -}} < {{- 45 }}"#, "23<45"),
    ("{{/* a comment */}}x", "x"),
    ("a {{- /* a comment */}}\n b {{- /* another */ -}} \n c", "a\n bc"),
    ("a {{ 1 }} {{- /* a comment */}}\n b", "a 1\n b"),
    ("s:\n  {{- toYaml .map | nindent 4 }} {{- /* a comment */}}\n  b", "s:\n    a: one\n    b:\n      c: two\n  b"),
    (r#"{{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ end }}{{ $x }}"#, "2"),
    (r#"{{ $x := 1 }}{{ if true }}{{ $x := 2 }}{{ $x }}{{ end }}{{ $x }}"#, "21"),
    (r#"{{ range $i, $it := .list }}{{ $i }}{{ $it }} {{ end }}"#, "0c 1a 2b "),
    (r#"{{ range $name, $it := .map }}{{ $name }} {{ end }}"#, "a b "),
    (r#"{{ range .nothing }}x{{ else }}none{{ end }}"#, "none"),
    (r#"{{ range .numbers }}{{ if eq (int .) 2 }}{{ continue }}{{ end }}{{ . }}{{ end }}"#, "13"),
    (r#"{{ range .numbers }}{{ if eq (int .) 2 }}{{ break }}{{ end }}{{ . }}{{ end }}"#, "1"),
    (r#"{{ range 3 }}{{ . }}{{ end }}"#, "012"),
    (r#"{{ if .no }}a{{ else if .zero }}b{{ else if .name }}c{{ end }}"#, "c"),
    (r#"{{ with .nothing }}a{{ else with .name }}{{ . }}{{ end }}"#, "web"),
    (r#"{{ define "t" }}[{{ . }}]{{ end }}{{ template "t" .name }}"#, "[web]"),
    (r#"{{ block "b" .name }}<{{ . }}>{{ end }}"#, "<web>"),
    (r#"{{ (.map).a }}{{ (dict "k" "v").k }}"#, "onev"),
    ("{{ .missing }}", NO_VALUE),
    ("{{ ((.missing).deeper).still }}", NO_VALUE),
    ("{{ .list }} {{ .map }} {{ .yes }} {{ .half }}", "[c a b] map[a:one b:map[c:two]] true 0.5"),
    ("{{ .port }} {{ .million }}", "8080 1e+06"),
    ("{{ .octal }} {{ .on }}", "420 true"),
    (r#"{{ and .name .empty }}|{{ or .empty .name }}|{{ not .empty }}"#, "|web|true"),
    (r#"{{ or .empty .zero "x" (fail "never asked") }}"#, "x"),
    (r#"{{ and .empty (fail "never asked") }}"#, ""),
    (
        r#"{{ eq .name "a" "web" }} {{ ne .name "a" }} {{ lt 1 2 }} {{ le 2 2 }} {{ gt 1 2 }} {{ ge 2 3 }}"#,
        "true true true true false false",
    ),
    (r#"{{ eq .port 8080.0 }} {{ eq (int .port) 8080 }} {{ eq .nothing nil }}"#, "true true true"),
    (r#"{{ index .list 1 }} {{ index .map "b" "c" }} {{ len .list }} {{ len .name }}"#, "a two 3 3"),
    (r#"{{ print 1 2 "a" "b" 3 }}"#, "1 2ab3"),
    (r#"{{ println "a" 1 }}"#, "a 1\n"),
    (r#"{{ printf "%d %s %v %t %5.2f %05d %x" 3 "a" .list true 3.14159 42 255 }}"#, "3 a [c a b] true  3.14 00042 ff"),
    (r#"{{ printf "%s-%s" .name "x" | trunc 4 }}"#, "web-"),
    (r#"{{ printf "100%%" }}"#, "100%"),
    (r#"{{ html "<a>" }} {{ urlquery "a b&c" }}"#, "&lt;a&gt; a+b%26c"),
    // texts
    (
        r#"{{ trim "   hello    " }}|{{ trimAll "$" "$5.00" }}|{{ trimSuffix "-" "hello-" }}|{{ trimPrefix "-" "-hello" }}"#,
        "hello|5.00|hello|hello",
    ),
    (
        r#"{{ upper "hello" }} {{ lower "HELLO" }} {{ title "hello world" }} {{ untitle "Hello World" }}"#,
        "HELLO hello Hello World hello world",
    ),
    (
        r#"{{ repeat 3 "hello" }} {{ substr 0 5 "hello world" }} {{ nospace "hello w o r l d" }}"#,
        "hellohellohello hello helloworld",
    ),
    (r#"{{ trunc 5 "hello world" }} {{ trunc -5 "hello world" }} {{ trunc 63 "a" }}"#, "hello world a"),
    (r#"{{ abbrev 5 "hello world" }} {{ initials "First Try" }}"#, "he... FT"),
    (r#"{{ contains "cat" "catch" }} {{ hasPrefix "cat" "catch" }} {{ hasSuffix "tch" "catch" }}"#, "true true true"),
    (
        r#"{{ quote "a" 1 nil }} {{ squote "a" }} {{ cat "hello" "beautiful" "world" }}"#,
        r#""a" "1" 'a' hello beautiful world"#,
    ),
    (r#"{{ quote "a\"b\nc" }}"#, r#""a\"b\nc""#),
    ("{{ indent 2 \"a\\nb\" }}|{{ nindent 2 \"a\\nb\" }}", "  a\n  b|\n  a\n  b"),
    (r#"{{ "I Am Henry VIII" | replace " " "-" }}"#, "I-Am-Henry-VIII"),
    (r#"{{ len .list | plural "one anchovy" "many anchovies" }}"#, "many anchovies"),
    (
        r#"{{ snakecase "FirstName" }} {{ camelcase "http_server" }} {{ kebabcase "FirstName" }} {{ swapcase "This Is A.Test" }}"#,
        "first_name HttpServer first-name tHIS iS a.tEST",
    ),
    (r#"{{ wrapWith 5 "\t" "Hello World" }}"#, "Hello\tWorld"),
    (r#"{{ regexMatch "^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$" "test@acme.com" }}"#, "true"),
    (r#"{{ regexFindAll "[2,4,6,8]" "123456789" -1 }} {{ regexFind "[a-zA-Z][1-9]" "abcd1234" }}"#, "[2 4 6 8] d1"),
    (
        r#"{{ regexReplaceAll "a(x*)b" "-ab-axxb-" "${1}W" }} {{ regexReplaceAllLiteral "a(x*)b" "-ab-axxb-" "${1}" }}"#,
        "-W-xxW- -${1}-${1}-",
    ),
    (r#"{{ regexSplit "z+" "pizza" -1 }} {{ regexQuoteMeta "1.2.3" }}"#, r"[pi a] 1\.2\.3"),
    (r#"{{ toString 1 }}{{ toString true }} {{ list 1 2 | toStrings }}"#, "1true [1 2]"),
    // lists of texts
    (r#"{{ list "hello" "world" | join "_" }} {{ join "-" .numbers }}"#, "hello_world 1-2-3"),
    (
        r#"{{ splitList "$" "foo$bar$baz" }} {{ $a := split "$" "foo$bar$baz" }}{{ $a._0 }} {{ $b := splitn "$" 2 "foo$bar$baz" }}{{ $b._1 }}"#,
        "[foo bar baz] foo bar$baz",
    ),
    (r#"{{ sortAlpha .list }}"#, "[a b c]"),
    // numbers
    (r#"{{ add 1 2 3 }} {{ add1 5 }} {{ sub 5 3 }} {{ div 7 2 }} {{ mod 7 2 }} {{ mul 2 3 4 }}"#, "6 6 2 3 1 24"),
    (
        r#"{{ max 1 2 3 }} {{ min 1 2 3 }} {{ biggest 4 9 }} {{ floor 123.9999 }} {{ ceil 123.001 }} {{ round 123.555555 3 }}"#,
        "3 1 9 123 124 123.556",
    ),
    (
        r#"{{ addf 1.5 2 2 }} {{ subf 7.5 2 3 }} {{ mulf 1.5 2 2 }} {{ divf 10 2 4 }} {{ maxf 1 2.5 3 }}"#,
        "5.5 2.5 6 1.25 3",
    ),
    (
        r#"{{ until 5 }} {{ untilStep 3 6 2 }} {{ seq 5 }} {{ seq 0 2 10 }} {{ seq 0 -5 }}"#,
        "[0 1 2 3 4] [3 5] 1 2 3 4 5 0 2 4 6 8 10 0 -1 -2 -3 -4 -5",
    ),
    (
        r#"{{ int "42" }} {{ int64 .port }} {{ float64 "1.5" }} {{ atoi "7" }} {{ toDecimal "0777" }} {{ int .million }}"#,
        "42 8080 1.5 7 511 1000000",
    ),
    // choices
    (
        r#"{{ default "foo" .empty }} {{ .name | default "foo" }} {{ default "foo" .missing }} {{ default 3 .zero }} {{ default true .no }}"#,
        "foo web foo 3 true",
    ),
    (
        r#"{{ empty .empty }} {{ empty .list }} {{ coalesce .nothing .empty "a" }} {{ ternary "foo" "bar" true }} {{ false | ternary "foo" "bar" }}"#,
        "true false a foo bar",
    ),
    (r#"{{ all 1 true "x" }} {{ any 0 "" "x" }}"#, "true true"),
    (
        r#"{{ kindOf .list }} {{ kindOf .map }} {{ kindOf .port }} {{ kindOf 1 }} {{ kindOf "a" }} {{ kindOf true }} {{ kindOf nil }}"#,
        "slice map float64 int string bool invalid",
    ),
    (
        r#"{{ kindIs "string" .name }} {{ typeIs "string" .name }} {{ typeOf .map }} {{ typeIsLike "*string" .name }} {{ typeOf .list }}"#,
        "true true map[string]interface {} true []interface {}",
    ),
    (r#"{{ deepEqual (list 1 2) (list 1 2) }} {{ deepEqual .map (dict "a" "one") }}"#, "true false"),
    // encodings
    (
        r#"{{ b64enc "hello" }} {{ b64dec "aGVsbG8=" }} {{ b32enc "hello" }} {{ b32dec "NBSWY3DP" }}"#,
        "aGVsbG8= hello NBSWY3DP hello",
    ),
    (
        r#"{{ toJson .map }} {{ toJson .numbers }} {{ toJson "<a>" }} {{ toRawJson "<a>" }} {{ toJson nil }}"#,
        r#"{"a":"one","b":{"c":"two"}} [1,2,3] "\u003ca\u003e" "<a>" null"#,
    ),
    ("{{ toPrettyJson (dict \"a\" (list 1)) }}", "{\n  \"a\": [\n    1\n  ]\n}"),
    (
        r#"{{ (fromJson "{\"a\": {\"b\": 1}}").a.b }} {{ fromJsonArray "[1,2]" | len }} {{ (fromYaml "a: {b: x}").a.b }} {{ fromYamlArray "[a, b]" }}"#,
        "1 2 x [a b]",
    ),
    (r#"{{ hasKey (fromYaml "a: [") "Error" }}"#, "true"),
    ("{{ toYaml .map }}", "a: one\nb:\n  c: two"),
    ("{{ toYaml .list }}", "- c\n- a\n- b"),
    (
        r#"{{ toYaml (dict "l" (list (dict "a" 1 "b" 2) (list "x")) "e" dict "z" nil "s" "") }}"#,
        "e: {}\nl:\n- a: 1\n  b: 2\n- - x\ns: \"\"\nz: null",
    ),
    (
        r#"{{ toYaml (dict "a" "true" "b" "1" "c" "x: y" "d" "- z" "e" "0755" "f" "null" "g" "no") }}"#,
        "a: \"true\"\nb: \"1\"\nc: \"x: y\"\nd: \"- z\"\ne: \"0755\"\nf: \"null\"\ng: \"no\"",
    ),
    ("{{ toYaml (dict \"t\" .text) }}", "t: |\n  first\n  second"),
    ("{{ toYaml .million }} {{ toYaml .half }} {{ toYaml true }}", "1000000 0.5 true"),
    (r#"{{ sha1sum "Hello world!" }}"#, "d3486ae9136e7856bc42212385ea797094475802"),
    (r#"{{ sha256sum "Hello world!" }}"#, "c0535e4be2b79ffd93291305436bf889314e4a3faec05ecffcbb7df31ad9e51a"),
    (r#"{{ adler32sum "Hello world!" }}"#, "487130206"),
    // lists
    (r#"{{ first .list }} {{ rest .list }} {{ last .list }} {{ initial .list }}"#, "c [a b] b [c a]"),
    (
        r#"{{ append .list "d" }} {{ prepend .list "z" }} {{ concat .list (list 6 7) }} {{ .list }}"#,
        "[c a b d] [z c a b] [c a b 6 7] [c a b]",
    ),
    (
        r#"{{ reverse .list }} {{ list 1 1 2 | uniq }} {{ without .list "a" }} {{ has "a" .list }} {{ compact (list 1 "a" "foo" "") }}"#,
        "[b a c] [1 2] [c b] true [1 a foo]",
    ),
    (
        r#"{{ slice .list 1 }} {{ slice .list 1 2 }} {{ chunk 3 (list 1 2 3 4 5 6 7 8) }}"#,
        "[a b] [a] [[1 2 3] [4 5 6] [7 8]]",
    ),
    // maps
    (
        r#"{{ get .map "a" }}|{{ get .map "x" }}|{{ hasKey .map "a" }} {{ keys .map | sortAlpha }} {{ values (dict "a" 1) }}"#,
        "one||true [a b] [1]",
    ),
    (r#"{{ $d := dict "a" 1 }}{{ $_ := set $d "b" 2 }}{{ $_ := unset $d "a" }}{{ $d }}"#, "map[b:2]"),
    (r#"{{ $_ := set .map "a" "changed" }}{{ .map.a }}"#, "changed"),
    (r#"{{ $_ := set . "new" "x" }}{{ .new }}"#, "x"),
    (
        r#"{{ pluck "name" (dict "name" "a") (dict "name" "b") }} {{ pick (dict "a" 1 "b" 2) "a" }} {{ omit (dict "a" 1 "b" 2) "a" }}"#,
        "[a b] map[a:1] map[b:2]",
    ),
    (r#"{{ dig "b" "c" "none" .map }} {{ dig "b" "x" "none" .map }}"#, "two none"),
    (
        r#"{{ merge (dict "a" 1 "m" (dict "x" 1)) (dict "a" 2 "b" 3 "m" (dict "x" 2 "y" 2)) }}"#,
        "map[a:1 b:3 m:map[x:1 y:2]]",
    ),
    (r#"{{ mergeOverwrite (dict "a" 1 "m" (dict "x" 1)) (dict "a" 2 "m" (dict "x" 2)) }}"#, "map[a:2 m:map[x:2]]"),
    (
        r#"{{ $a := dict "m" (dict "x" 1) }}{{ $b := deepCopy $a }}{{ $_ := set $b.m "x" 2 }}{{ $a.m.x }}{{ $b.m.x }}"#,
        "12",
    ),
    // paths, addresses, versions
    (
        r#"{{ base "foo/bar/baz" }} {{ dir "foo/bar/baz" }} {{ clean "foo/bar/../baz" }} {{ ext "foo.bar" }} {{ isAbs "/a" }}"#,
        "baz foo/bar foo/baz .bar true",
    ),
    (r#"{{ (urlParse "http://admin:secret@server.com:8080/api?list=false#anchor").host }}"#, "server.com:8080"),
    (
        r#"{{ urlJoin (dict "fragment" "fragment" "host" "host:80" "path" "/path" "query" "query" "scheme" "http") }}"#,
        "http://host:80/path?query#fragment",
    ),
    (
        r#"{{ $v := semver "1.2.3-alpha.1+123" }}{{ $v.Major }}.{{ $v.Minor }} {{ $v.Prerelease }} {{ $v.Metadata }}"#,
        "1.2 alpha.1 123",
    ),
    (
        r#"{{ semverCompare "1.2.3" "1.2.3" }} {{ semverCompare "^1.2.0" "1.3.0" }} {{ semverCompare "^0.2.3" "0.3.0" }} {{ semverCompare "~1.2.3" "1.2.9" }} {{ semverCompare "~1.2.3" "1.3.0" }}"#,
        "true true false true false",
    ),
    (
        r#"{{ semverCompare ">=1.19-0" "v1.33.0" }} {{ semverCompare "<1.21-0" "v1.33.0-gke.1" }} {{ semverCompare ">=1.21" "v1.33.0-gke.1" }} {{ semverCompare ">= 1.2 < 3.0.0 || >= 4.2.3" "4.3.0" }}"#,
        "true false false true",
    ),
    (
        r#"{{ semverCompare "1.2.x" "1.2.7" }} {{ semverCompare "1.2 - 1.4.5" "1.3.0" }} {{ semverCompare "*" "9.0.0" }} {{ semverCompare "!=1.2.3, >1" "1.2.4" }}"#,
        "true true true false",
    ),
    // Helm
    (r#"{{ define "n" }}a{{ "\n" }}b{{ end }}{{ include "n" . | nindent 2 }}"#, "\n  a\n  b"),
    (r#"{{ tpl "{{ .name }}-{{ .port }}" . }} {{ tpl "plain" . }}"#, "web-8080 plain"),
    (
        r#"{{ define "o" }}outer{{ end }}{{ tpl "{{ define \"o\" }}inner{{ end }}{{ include \"o\" . }}" . }}{{ include "o" . }}"#,
        "innerouter",
    ),
    (r#"{{ required "a name" .name }}"#, "web"),
    (
        r#"{{ lookup "v1" "Secret" "default" "x" | len }} {{ (lookup "v1" "Secret" "default" "x").data }}"#,
        "0 <no value>",
    ),
    (r#"{{ toToml (dict "a" 1) }}"#, "a = 1\n"),
    (r#"{{ mustToToml (dict "a" 1) }}"#, "a = 1\n"),
    (r#"{{ getHostByName "localhost" }}"#, ""),
];

/// Templates that fail, and a part of what is said.
const REFUSED: &[(&str, &str)] = &[
    ("{{ nothing_of_the_kind }}", "no function"),
    ("{{ include \"missing\" . }}", "no template `missing`"),
    ("{{ fail \"because\" }}", "the chart refuses: because"),
    ("{{ $missing }}", "no variable"),
    ("{{ .name.deeper }}", "can't evaluate field deeper"),
    ("{{ .name \"x\" }}", "can't give argument"),
    ("{{ div 1 0 }}", "division by zero"),
    ("{{ range .name }}{{ end }}", "can't iterate"),
    ("{{ index .list 9 }}", "has no item 9"),
    ("{{ semver \"not\" }}", "not a semantic version"),
    ("{{ regexMatch \"(\" \"a\" }}", "not a regular expression"),
    ("{{ define \"a\" }}{{ include \"a\" . }}{{ end }}{{ include \"a\" . }}", "without end"),
    ("{{ tpl (print \"{{ tpl .t . }}\") (dict \"t\" \"{{ tpl .t . }}\") }}", "without end"),
    ("{{ range until 1000 }}{{ range until 1000 }}{{ range until 1000 }}{{ end }}{{ end }}{{ end }}", "come to an end"),
    ("{{ untilStep 0 2000000000 1 }}", "past all bounds"),
    ("{{ repeat 100000000 \"aaaaaaaaaaaaaaaa\" }}", "past all bounds"),
    ("{{ $x := \"ab\" }}{{ range until 40 }}{{ $x = print $x $x }}{{ end }}{{ len $x }}", "past all bounds"),
    ("{{ $x := \"ab\" }}{{ range until 40 }}{{ $x = replace \"a\" $x $x }}{{ end }}{{ len $x }}", "past all bounds"),
    ("{{ $d := dict }}{{ $_ := set $d \"d\" $d }}{{ toYaml $d }}", "too large"),
    ("{{ $d := dict }}{{ $_ := set $d \"d\" $d }}{{ deepCopy $d }}", "too large"),
    ("{{ $l := list 1 }}{{ range until 40 }}{{ $l = list $l $l }}{{ end }}{{ toJson $l }}", "too large"),
    ("{{ $l := list 1 }}{{ range until 40 }}{{ $l = concat $l $l }}{{ end }}", "past all bounds"),
    ("{{ nindent 1000000000 \"a\" }}", "too wide"),
    ("{{ printf \"%1000000000d\" 1 }}", "not printed"),
    ("{{ break }}", "loop"),
];

fn printed(template: &str) -> Result<String, String> {
    let text = template.into();
    let parsed = parse(Written::File { source: NOWHERE, text }).map_err(|it| it.message)?;
    let named: HashMap<_, Rc<_>> = parsed.named.into_iter().collect();
    let (values, problems) = values::read(NOWHERE, VALUES);
    assert!(problems.is_empty(), "{problems:?}");
    let made = Machine::new(named).run(&parsed.main, &Value::new(Kind::Map(values)));
    made.map(|it| it.as_str().to_owned()).map_err(|it| it.message)
}

#[test]
fn templates_print_what_the_documentation_says() {
    let wrong = PRINTED.iter().filter_map(|(template, expected)| {
        let made = printed(template);
        (made.as_deref() != Ok(*expected)).then(|| format!("{template}\n  gives  {made:?}\n  not    {expected:?}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn templates_that_cannot_be_rendered_say_why() {
    let wrong = REFUSED.iter().filter_map(|(template, expected)| {
        let made = printed(template);
        let is_right = made.as_ref().is_err_and(|it| it.contains(expected));
        (!is_right).then(|| {
            format!(
                "{template}\n  gives  {}\n  not    {expected}",
                format!("{made:?}").chars().take(200).collect::<String>()
            )
        })
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_only_an_installation_has_stays_open_wherever_it_goes() {
    for template in ["{{ randAlphaNum 8 }}", "{{ now | date \"2006\" }}", "{{ (genCA \"a\" 1).Cert | b64enc | quote }}"]
    {
        let made = printed(template).unwrap();
        assert!(made.contains(super::super::language::text::UNKNOWN), "{template} gives {made:?}");
    }
}

#[test]
fn each_function_has_one_row() {
    let rows: usize = FAMILIES.iter().map(|it| it.len()).sum();
    let mut names: Vec<&str> = FAMILIES.iter().flat_map(|it| it.iter().map(|it| it.0)).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(rows, names.len());
    assert!(TAKE_UNKNOWNS.is_sorted() && TAKE_UNKNOWNS.iter().all(|it| function(it).is_some()));
}
