//! Files that want to do harm, by path: to whoever reads them, to whoever reads a report of them, or to the machine.

/// Texts that a report shows, and what they would do there: move a cursor, run a script, a formula, or a command of CI.
pub(crate) const SHOWN: &[&str] = &[
    r"\x1b[31;1mred\x1b]0;title\x07",
    "<script>alert(1)</script>",
    "=HYPERLINK(\\\"http://evil.example\\\")",
    "\\n::error file=x::pwned",
    "![x](http://evil.example/x.png) [a](javascript:x) @everyone",
    r"\u202Egnp.exe \u0007",
    "@SUM(1+1)*cmd|' /C calc'!A0",
];

/// Files as they stand.
pub(crate) const FILES: &[(&str, &str)] = &[
    // What brought other checkers down.
    (
        "peers/crd.yaml",
        "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: x}\nspec:\n  operator: =\n  enum: [=, '=', <, >]\n",
    ),
    (
        "peers/type.yaml",
        "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  A: {Type: {Ref: X}, Properties: {B: 1}}\n  B: {Type: [AWS::S3::Bucket]}\n  C: []\n  D:\n  E: {Type: AWS::S3::Bucket, Properties: [1]}\n  Fn::ForEach::X: [[], {}, 1]\n",
    ),
    (
        "peers/unknown.tf",
        "unheard_of \"x\" {\n  a = 1\n}\nresource {}\nresource \"a\" {}\nresource \"aws_s3_bucket\" \"still_read\" {\n  bucket = \"b\"\n}\n",
    ),
    (
        "peers/plan.json",
        r#"{"format_version":"1.2","terraform_version":"1.9","planned_values":{"root_module":{"resources":[null,1,{"type":{}},{"address":"a.b","mode":"managed","type":"aws_s3_bucket","name":"b","values":[]}],"child_modules":{}}},"resource_changes":[{"change":{"actions":"create","after":3,"after_unknown":[true]}},null],"configuration":{"root_module":[]}}"#,
    ),
    (
        "peers/cut.json",
        r#"{"format_version":"1.2","terraform_version":"1.9","planned_values":{"root_module":{"resources":[{"address":"aws_s3_bucket.b","#,
    ),
    // What refers to itself.
    (
        "cycles/compose.yaml",
        "include: [compose.yaml]\nservices:\n  a: {extends: {service: b}, image: x}\n  b: {extends: {service: a}}\n  c: {extends: {file: compose.yaml, service: c}}\n  d: {extends: {file: ../../../../etc/passwd, service: d}, env_file: [../../../../etc/passwd, /etc/shadow]}\n",
    ),
    (
        "cycles/overlay/kustomization.yaml",
        "resources: [., ../overlay, ../base, ../../../../../etc]\ncomponents: [.]\nconfigMapGenerator: [{name: x, files: [../../../../../etc/passwd]}]\npatches: [{path: ../../../../../etc/passwd}]\n",
    ),
    ("cycles/base/kustomization.yaml", "resources: [../overlay]\nnamespace: a\n"),
    (
        "cycles/.gitlab-ci.yml",
        "include: [{local: .gitlab-ci.yml}, {local: ../../../../etc/passwd}, {local: '**/*.yml'}]\na: {extends: b, script: [x]}\nb: {extends: [a, b], script: !reference [a, script]}\n",
    ),
    (".gitlab-ci.yml", "include: '/../../../etc/passwd'\nx: {script: [!reference [x, script]]}\n"),
    (
        ".github/workflows/self.yml",
        "on: [push]\njobs:\n  a:\n    uses: ./.github/workflows/self.yml\n  b:\n    needs: b\n    runs-on: x\n    steps: [{uses: ./}, {uses: ../../../etc}, {run: \"${{ github.event.issue.title }}\"}]\n",
    ),
    ("action.yml", "runs:\n  using: composite\n  steps: [{uses: ./}]\n"),
    (
        "azure-pipelines.yml",
        "extends: {template: azure-pipelines.yml}\nstages: [{template: azure-pipelines.yml}, {template: ../../../../etc/passwd}]\n",
    ),
    (
        ".circleci/config.yml",
        "version: 2.1\ncommands:\n  a: {steps: [b]}\n  b: {steps: [a]}\njobs:\n  x: {steps: [a]}\n",
    ),
    ("bitbucket-pipelines.yml", "definitions: {steps: [&a {step: {script: [*a]}}]}\npipelines: {default: [*a, *a]}\n"),
    (
        "modules/main.tf",
        "module \"self\" {\n  source = \"./\"\n  count = 3\n}\nmodule \"up\" {\n  source = \"../../../../../etc\"\n}\nlocals {\n  a = local.b\n  b = local.a\n}\nvariable \"x\" {\n  default = \"\"\n}\n",
    ),
    (
        "openapi.json",
        "{\"openapi\":\"3.0.0\",\"info\":{},\"paths\":{\"/a\":{\"$ref\":\"#/paths/~1a\"},\"/b\":{\"$ref\":\"../../../../etc/passwd\"}}}",
    ),
    // What asks for more than there is.
    (
        "huge/main.tf",
        "resource \"aws_s3_bucket\" \"a\" {\n  count  = 1000000000\n  bucket = \"b-${count.index}\"\n}\nresource \"aws_s3_bucket\" \"b\" {\n  for_each = toset([for i in range(1000000000) : tostring(i)])\n  bucket   = each.key\n}\nlocals {\n  a = range(100000000)\n  b = setproduct(range(1000), range(1000), range(1000), range(1000))\n  c = format(\"%1000000000d\", 1)\n  d = join(\"\", [for i in range(1024) : join(\"\", [for j in range(1024) : join(\"\", [for k in range(1024) : \"xxxxxxxx\"])])])\n  e = regexall(\"(a*)*(a*)*(a*)*$\", join(\"\", [for i in range(1000) : \"a\"]))\n  f = replace(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"/(a|aa)+$/\", local.d)\n  g = templatefile(\"${path.module}/main.tf\", {})\n  h = file(\"../../../../../etc/passwd\")\n  i = fileset(\"/etc\", \"**\")\n  j = pow(10, 1000000)\n  k = cidrsubnets(\"0.0.0.0/0\", [for i in range(100000) : 30]...)\n  l = formatlist(\"%s%s\", range(1000), range(1000))\n  m = filebase64(\"/etc/passwd\")\n  n = strrev(indent(1000000000, \"a\\nb\"))\n}\nresource \"aws_s3_bucket\" \"c\" {\n  bucket = local.d\n  tags = { h = local.h, f = local.f, c = local.c, j = local.j, m = local.m, b = local.b, e = local.e, k = local.k, n = local.n }\n}\n",
    ),
    (
        "chart/Chart.yaml",
        "apiVersion: v2\nname: chart\nversion: 1.0.0\ndependencies:\n  - {name: chart, version: 1.0.0, repository: 'file://.'}\n  - {name: up, version: 1.0.0, repository: 'file://../../../../../etc'}\n",
    ),
    ("chart/values.yaml", "text: '{{ tpl .Values.text . }}'\n"),
    (
        "chart/templates/_helpers.tpl",
        "{{ define \"again\" }}{{ include \"again\" . }}{{ include \"again\" . }}{{ end }}\n",
    ),
    ("chart/templates/again.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ include \"again\" . }}\n"),
    ("chart/templates/itself.yaml", "a: {{ tpl .Values.text . }}\n"),
    (
        "chart/templates/long.yaml",
        "a: {{ repeat 1000000000 \"x\" }}\nb: {{ until 1000000000 }}\nc: {{ printf \"%1000000000d\" 1 }}\nd: {{ indent 1000000000 \"x\" }}\ne: {{ range $i := until 100000 }}{{ range $j := until 100000 }}x{{ end }}{{ end }}\n",
    ),
    (
        "chart/templates/doubling.yaml",
        "{{ $x := \"xxxxxxxx\" }}{{ range until 60 }}{{ $x = cat $x $x }}{{ end }}\na: {{ $x }}\n",
    ),
    (
        "chart/templates/files.yaml",
        "a: {{ .Files.Get \"../../../../../etc/passwd\" }}\nb: {{ (.Files.Glob \"/**\").AsConfig }}\nc: {{ env \"HOME\" }}\nd: {{ lookup \"v1\" \"Secret\" \"\" \"\" }}\ne: {{ getHostByName \"evil.example\" }}\n",
    ),
    (
        "chart/templates/regex.yaml",
        "a: {{ regexMatch \"(a*)*(a*)*(a*)*$\" (repeat 10000 \"a\") }}\nb: {{ regexReplaceAll \"(a|aa)+$\" (repeat 10000 \"a\") \"${1}${1}\" }}\n",
    ),
    (
        "cfn/loop.yaml",
        "AWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::LanguageExtensions\nMappings: {A: {B: {C: !FindInMap [A, B, C]}}}\nConditions: {A: !Condition B, B: !Not [!Condition A]}\nResources:\n  Fn::ForEach::A:\n    - X\n    - [a, b, c, d, e, f, g, h, i, j]\n    - Fn::ForEach::B:\n        - Y\n        - [a, b, c, d, e, f, g, h, i, j]\n        - Fn::ForEach::C:\n            - Z\n            - [a, b, c, d, e, f, g, h, i, j]\n            - Fn::ForEach::D:\n                - W\n                - [a, b, c, d, e, f, g, h, i, j]\n                - Fn::ForEach::E:\n                    - V\n                    - [a, b, c, d, e, f, g, h, i, j]\n                    - ${X}${Y}${Z}${W}${V}: {Type: AWS::S3::Bucket}\n  S: {Type: AWS::S3::Bucket, Condition: A, Properties: {BucketName: !Cidr [0.0.0.0/0, 1000000000, 1]}}\n",
    ),
    // What is odd in small.
    (
        "odd/Dockerfile",
        "FROM a AS a\nFROM a AS b\nCOPY --from=b x y\nRUN <<A <<B\nx\nA\nSTOPSIGNAL\nUSER\nARG X=${X}\nENV Y=${Y:-${Y}}\nFROM ${X}${Y}\n\\",
    ),
    (
        "odd/surrogate.json",
        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"\\ud800\\udc00\\ud800 \\u0000\"},\"spec\":{\"containers\":[{\"name\":1e999999,\"image\":-0}]}}",
    ),
    ("odd/tabs.yaml", "apiVersion: v1\nkind: Pod\n\tmetadata: {name: x}\n"),
    (
        "odd/keys.yaml",
        "apiVersion: v1\nkind: Pod\n? [a, {b: c}]\n: {d: e}\n? |\n  block\n: !!binary x\n<<: [{spec: {}}, 1]\n? \n: \n",
    ),
    ("odd/pyproject.toml", "[project]\nname = 1\n[project]\n[[project]]\na.b = 1\na = 2\n"),
    ("odd/package.json", "{\"dependencies\":[1,{\"a\":null}],\"scripts\":\"x\"}"),
    ("odd/CODEOWNERS", "* @a\n[[[ @b\n\u{0}\n"),
    ("docs/policy.md", "---\ngapcheck: {topic: [access-control], owner: {a: *a}}\nb: &b [*b]\n---\n# x\n"),
    (".gapcheck/waivers.toml.txt", "x"),
    ("branch-protection.json", "[[[[{\"required_pull_request_reviews\":[]}]]]]"),
];

/// Files that are one piece many times over: path, beginning, piece, times, end.
pub(crate) const REPEATED: &[(&str, &str, &str, usize, &str)] = &[
    ("deep/flow.yaml", "apiVersion: v1\nkind: Pod\na: ", "[", 100_000, ""),
    ("deep/object.json", "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"a\":", "{\"a\":", 100_000, "1}"),
    ("deep/list.json", "{\"AWSTemplateFormatVersion\":1,\"Resources\":{\"Type\":\"AWS::\"},\"a\":", "[", 100_000, ""),
    ("deep/blocks.tf", "", "a {\n", 20_000, ""),
    ("deep/parentheses.tf", "locals {\n  a = ", "(", 50_000, "1"),
    ("deep/not.tf", "locals {\n  a = ", "!", 50_000, "true\n}\n"),
    ("deep/template.tf", "locals {\n  a = \"", "${\"", 10_000, ""),
    ("deep/conditional.tf", "locals {\n  a = ", "true ? ", 20_000, "1\n}\n"),
    ("deep/plus.tf", "locals {\n  a = 1", " + 1", 50_000, "\n}\n"),
    ("deep/Cargo.toml", "a = ", "[", 50_000, ""),
    ("deep/inline/Cargo.toml", "a = ", "{a = ", 50_000, ""),
    ("deep/dotted/Cargo.toml", "a", ".a", 50_000, " = 1\n"),
    ("deep/Dockerfile", "FROM a\nRUN x", " \\\n # c\n", 50_000, "\n"),
    ("deep/shell/Dockerfile", "FROM a\nRUN ", "$(", 20_000, "\n"),
    ("deep/quotes/Dockerfile", "FROM a\nRUN ", "'\"", 50_000, "\n"),
    ("deep/variable/Dockerfile", "FROM ", "${a:-", 20_000, "\n"),
    ("deep/compose.yaml", "services:\n  a:\n    image: \"", "${A:-", 20_000, "\"\n"),
    (
        ".github/workflows/deep.yml",
        "on: [push]\njobs:\n  a:\n    if: ",
        "(",
        20_000,
        "\n    runs-on: x\n    steps: []\n",
    ),
    (
        ".github/workflows/not.yml",
        "on: [push]\njobs:\n  a:\n    if: ${{ ",
        "!",
        20_000,
        "true }}\n    runs-on: x\n    steps: []\n",
    ),
    ("deepchart/Chart.yaml", "apiVersion: v2\nname: x\nversion: 1.0.0\n", "#", 1, "\n"),
    ("deepchart/templates/if.yaml", "a: ", "{{ if true }}", 20_000, "\n"),
    ("deepchart/templates/call.yaml", "a: {{ ", "(", 20_000, "1 }}\n"),
    ("deepchart/values.yaml", "a: ", "{a: ", 20_000, "\n"),
    ("deep/kustomize/kustomization.yaml", "resources: ", "[", 50_000, ""),
    ("deep/pom.xml", "<project>", "<a>", 50_000, ""),
    (
        "long/line.yaml",
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata: {",
        "a: \"bbbbbbbbbbbbbb\", ",
        500_000,
        "z: 1}\n",
    ),
    ("long/keys.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata:\n", "  same: 1\n", 10_000, ""),
    ("long/line.tf", "locals {\n  a = \"", "x", 2_000_000, "\"\n}\n"),
    ("long/Dockerfile", "FROM a\nRUN ", "a ", 100_000, "\n"),
    ("long/secrets.py", "", "password = 'x' token: --password ", 20_000, "\n"),
    ("long/marks.py", "", "AKIA ghp_ eyJ ://a:b@ -----BEGIN ", 20_000, "\n"),
    ("long/comments.tf", "", "# gapcheck:ignore x\n", 5_000, "resource \"aws_s3_bucket\" \"a\" {}\n"),
    ("long/documents.yaml", "", "apiVersion: v1\nkind: Namespace\nmetadata: {name: x}\n---\n", 5_000, ""),
    ("long/aliases.yaml", "apiVersion: v1\nkind: ConfigMap\na: &a {b: c}\nd:\n", "- *a\n", 50_000, ""),
    ("long/merges.yaml", "apiVersion: v1\nkind: ConfigMap\na: &a {b: c}\nd:\n", "  - {<<: *a, e: f}\n", 10_000, ""),
    ("long/pipes.yaml", "a: ", "- ", 50_000, ""),
    ("long/.gitlab-ci.yml", "a:\n  script:\n", "    - echo\n", 5_000, ""),
    ("long/CODEOWNERS", "", "* @a\n", 5_000, ""),
];
