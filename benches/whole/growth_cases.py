"""Texts that repeat something N times, each for a file of a format: what `growth.py` runs."""

K8S = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n"
CFN = "AWSTemplateFormatVersion: '2010-09-09'\n"
POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: p%d}\nspec:\n  containers:\n    - {name: a, image: b}\n---\n"


def lines(start, piece, end=""):
    """A text that repeats a piece, with its number where it holds %d."""
    if "%d" in piece:
        return lambda n: start + "".join(piece.replace("%d", str(i)) for i in range(n)) + end
    return lambda n: start + piece * n + end


def nest(start, open_, inner, close, end=""):
    return lambda n: start + open_ * n + inner + close * n + end


CHART = {"Chart.yaml": "apiVersion: v2\nname: x\nversion: 1.0.0\n", "values.yaml": "a: 1\n"}
DOCKER = "FROM a\n"
WF = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"
PLAN = '{"format_version":"1.2","terraform_version":"1.9.0","planned_values":{"root_module":{"resources":['

# name: (files by path; a function of N where it grows)
CASES = {
    # --- YAML
    "yaml-flow-depth": {"a.yaml": nest(K8S + "a: ", "[", "", "]", "\n")},
    "yaml-flow-open": {"a.yaml": lines(K8S + "a: ", "[")},
    "yaml-map-open": {"a.yaml": lines(K8S + "a: ", "{a: ")},
    "yaml-block-depth": {"a.yaml": lambda n: K8S + "".join(" " * min(i, 400) + "a:\n" for i in range(n))},
    "yaml-dashes": {"a.yaml": lines(K8S + "a:\n  ", "- ")},
    "yaml-questions": {"a.yaml": lines(K8S + "a:\n  ", "? ")},
    "yaml-keys": {"a.yaml": lines(K8S + "data:\n", "  k%d: v\n")},
    "yaml-same-keys": {"a.yaml": lines(K8S + "data:\n", "  k: v\n")},
    "yaml-list": {"a.yaml": lines(K8S + "data:\n", "  - v\n")},
    "yaml-long-line": {"a.yaml": lines(K8S + "data: {a: '", "abc ", "'}\n")},
    "yaml-one-line-flow": {
        "a.yaml": lines("{apiVersion: v1, kind: ConfigMap, metadata: {name: x}, data: {", "k%d: v, ", "}}"),
    },
    "yaml-one-line-errors": {
        "a.yaml": lines("{apiVersion: v1, kind: ConfigMap, metadata: {name: x}, data: {", "k: v, ", "}}"),
    },
    "yaml-anchors": {"a.yaml": lines(K8S + "data:\n", "  k%d: &a%d v\n")},
    "yaml-aliases": {
        "a.yaml": lambda n: (
            K8S
            + "data:\n"
            + "".join(f"  k{i}: &a{i} v\n" for i in range(n))
            + "more:\n"
            + "".join(f"  k{i}: *a{i}\n" for i in range(n))
        ),
    },
    "yaml-alias-chain": {
        "a.yaml": lambda n: K8S + "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [*a{i-1}]\n" for i in range(1, n)),
    },
    "yaml-alias-large": {
        "a.yaml": lambda n: K8S + "a: &a [" + "x, " * int(n ** .5) + "]\nb:\n" + "- *a\n" * int(n ** .5),
    },
    "yaml-merge-many": {"a.yaml": lines(K8S + "a: &a {b: c}\nd:\n", "  k%d: {<<: *a, e: f}\n")},
    "yaml-merge-chain": {
        "a.yaml": lambda n: (
            K8S
            + "a0: &a0 {k0: v}\n"
            + "".join(f"a{i}: &a{i} {{<<: *a{i-1}, k{i}: v}}\n" for i in range(1, int(n ** .5)))
        ),
    },
    "yaml-merge-list": {
        "a.yaml": lambda n: (
            K8S
            + "".join(f"a{i}: &a{i} {{k{i}: v}}\n" for i in range(n))
            + "b: {<<: ["
            + ", ".join(f"*a{i}" for i in range(n))
            + "]}\n"
        ),
    },
    "yaml-merge-same-map": {"a.yaml": lines(K8S + "a: &a {b: c}\nd:\n", "  <<: *a\n")},
    "yaml-docs-empty": {"a.yaml": lines(K8S, "---\n")},
    "yaml-docs-namespaces": {"a.yaml": lines("", "apiVersion: v1\nkind: Namespace\nmetadata: {name: n%d}\n---\n")},
    "yaml-docs-pods": {"a.yaml": lines("", POD)},
    "yaml-docs-bad": {"a.yaml": lines(K8S, "---\na: [\n")},
    "yaml-literal": {"a.yaml": lines(K8S + "data:\n  a: |\n", "    some text\n")},
    "yaml-folded": {"a.yaml": lines(K8S + "data:\n  a: >\n", "    some text\n\n")},
    "yaml-plain-multiline": {"a.yaml": lines(K8S + "data:\n  a: x\n", "    some text\n")},
    "yaml-double-multiline": {"a.yaml": lines(K8S + "data:\n  a: \"x\n", "    some text\n\n", "\"\n")},
    "yaml-double-escapes": {"a.yaml": lines(K8S + "data:\n  a: \"", "\\u0041\\n", "\"\n")},
    "yaml-single-quotes": {"a.yaml": lines(K8S + "data:\n  a: '", "''", "'\n")},
    "yaml-comments": {"a.yaml": lines(K8S, "# gapcheck:ignore x -- y\n")},
    "yaml-comment-lines": {"a.yaml": lines(K8S + "data:\n", "  # checkov:skip=CKV_K8S_1:x\n  k%d: v\n")},
    "yaml-spaces": {"a.yaml": lines(K8S + "data:\n  a:", " ", "v\n")},
    "yaml-blank-lines": {"a.yaml": lines(K8S + "data:\n", "\n", "  a: v\n")},
    "yaml-tabs": {"a.yaml": lines(K8S + "data:\n", "\t", "  a: v\n")},
    "yaml-tags": {"a.yaml": lines(K8S + "data:\n", "  - !t%d v\n")},
    "yaml-tag-long": {"a.yaml": lines(K8S + "data: !", "a", " v\n")},
    "yaml-tag-directives": {"a.yaml": lines("", "%TAG !e%d! tag:x,2000:\n", "---\n" + K8S)},
    "yaml-anchor-long": {"a.yaml": lines(K8S + "data: &", "a", " v\n")},
    "yaml-long-key": {"a.yaml": lines(K8S + "data: {", "a", ": v}\n")},
    "yaml-colons": {"a.yaml": lines(K8S + "data: ", "a: ")},
    "yaml-crlf": {"a.yaml": lines(K8S + "data:\r\n", "  k%d: v\r\n")},
    "yaml-nonascii": {"a.yaml": lines(K8S + "data: {a: '", "é", "'}\n")},
    "yaml-template": {"a.yaml": lines(K8S + "data:\n", "  k%d: {{ .Values.a }}\n")},
    # --- Kubernetes
    "k8s-containers": {
        "a.yaml": lines(
            "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n",
            "    - {name: c%d, image: b}\n",
        ),
    },
    "k8s-env": {
        "a.yaml": lines(
            "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n    - name: c\n      image: b\n      env:\n",
            "        - {name: A%d, value: b}\n",
        ),
    },
    "k8s-env-secrets": {
        "a.yaml": lines(
            "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n    - name: c\n      image: b\n      env:\n",
            "        - {name: PASSWORD%d, value: hunter2%dx}\n",
        ),
    },
    "k8s-secrets": {
        "a.yaml": lines(
            "",
            "apiVersion: v1\nkind: Secret\nmetadata: {name: s%d}\nstringData: {password: hunter2%dabc}\n---\n",
        ),
    },
    "k8s-secret-keys": {
        "a.yaml": lines(
            "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData:\n",
            "  password%d: hunter2%dabc\n",
        ),
    },
    "k8s-services-pods": {
        "a.yaml": lines(
            "",
            POD + "apiVersion: v1\nkind: Service\nmetadata: {name: s%d}\nspec: {selector: {app: a}}\n---\n",
        ),
    },
    "k8s-netpol": {
        "a.yaml": lines(
            "",
            POD + "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: s%d}\nspec: {podSelector: {}, policyTypes: [Ingress]}\n---\n",
        ),
    },
    "k8s-roles": {
        "a.yaml": lines(
            "",
            "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r%d}\nrules: [{apiGroups: ['*'], resources: ['*'], verbs: ['*']}]\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b%d}\nroleRef: {kind: ClusterRole, name: r%d}\nsubjects: [{kind: ServiceAccount, name: default, namespace: a}]\n---\n",
        ),
    },
    "k8s-role-bound-often": {
        "a.yaml": lines(
            "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\nrules: [{apiGroups: ['*'], resources: ['*'], verbs: ['*']}]\n---\n",
            "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b%d, namespace: a}\nroleRef: {kind: ClusterRole, name: r}\nsubjects: [{kind: ServiceAccount, name: default, namespace: a}]\n---\n" + POD,
        ),
    },
    "k8s-rules": {
        "a.yaml": lines(
            "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\nrules:\n",
            "- {apiGroups: ['a%d'], resources: ['b'], verbs: ['*']}\n",
        ),
    },
    "k8s-hpa-pdb": {
        "a.yaml": lines(
            "",
            "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d%d, labels: {a: b}}\nspec: {replicas: 2, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: b}]}}}\n---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: p%d}\nspec: {minAvailable: 1, selector: {matchLabels: {a: b}}}\n---\n",
        ),
    },
    "k8s-ingress": {
        "a.yaml": lines(
            "",
            "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: i%d}\nspec: {rules: [{host: a%d, http: {paths: [{path: /, backend: {service: {name: s%d, port: {number: 80}}}}]}}], tls: [{hosts: [a%d], secretName: x%d}]}\n---\n",
        ),
    },
    "k8s-ingress-hosts": {
        "a.yaml": lines(
            "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: i}\nspec:\n  rules:\n",
            "    - {host: a%d}\n",
        ),
    },
    "k8s-list-kind": {
        "a.yaml": lines(
            "apiVersion: v1\nkind: List\nitems:\n",
            "- {apiVersion: v1, kind: Pod, metadata: {name: p%d}, spec: {containers: [{name: a, image: b}]}}\n",
        ),
    },
    "k8s-same-name": {"a.yaml": lines("", POD.replace("%d", "")) },
    "k8s-volumes": {
        "a.yaml": lambda n: (
            "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  volumes:\n"
            + "".join(f"    - {{name: v{i}, hostPath: {{path: /a{i}}}}}\n" for i in range(n))
            + "  containers:\n    - name: c\n      image: b\n      volumeMounts:\n"
            + "".join(f"        - {{name: v{i}, mountPath: /m{i}}}\n" for i in range(n))
        ),
    },
    "k8s-args": {
        "a.yaml": lines(
            "apiVersion: v1\nkind: Pod\nmetadata: {name: kube-apiserver, namespace: kube-system}\nspec:\n  containers:\n    - name: kube-apiserver\n      image: b\n      command:\n      - kube-apiserver\n",
            "      - --flag-%d=b\n",
        ),
    },
    "k8s-configmap-yaml": {"a.yaml": lines(K8S + "data:\n", "  k%d: |\n    apiVersion: v1\n    kind: x\n")},
    "k8s-files": lambda n: {f"d{i % 50}/p{i}.yaml": POD.replace("%d", str(i)) for i in range(n)},
    # --- JSON
    "json-depth": {"a.json": nest('{"apiVersion":"v1","kind":"Pod","a":', '{"a":', "1", "}", "}")},
    "json-list": {"a.json": lines('{"apiVersion":"v1","kind":"ConfigMap","a":[0', ",%d", "]}")},
    "json-keys": {"a.json": lines('{"apiVersion":"v1","kind":"ConfigMap","data":{"a":"b"', ',"k%d":"v"', "}}")},
    "json-same-keys": {"a.json": lines('{"apiVersion":"v1","kind":"ConfigMap","data":{"a":"b"', ',"k":"v"', "}}")},
    "json-escapes": {"a.json": lines('{"apiVersion":"v1","kind":"ConfigMap","a":"', "\\u00e9\\n", '"}')},
    "json-number": {"a.json": lines('{"apiVersion":"v1","kind":"ConfigMap","a":', "9", "}")},
    "json-commas": {"a.json": lines('{"apiVersion":"v1","kind":"ConfigMap","a":[', ",", "]}")},
    "json-package": {"package.json": lines('{"name":"a","dependencies":{"x":"1"', ',"d%d":"^1.%d"', "}}")},
    "json-package-lock": {
        "package.json": '{"name":"a","dependencies":{"d1":"^1"}}',
        "package-lock.json": lines(
            '{"name":"a","lockfileVersion":3,"packages":{"":{}',
            ',"node_modules/d%d":{"version":"1.%d.0"}',
            "}}",
        ),
    },
    # --- HCL
    "hcl-blocks": {"main.tf": lines("", 'resource "aws_s3_bucket" "b%d" {\n  bucket = "b%d"\n}\n')},
    "hcl-same-blocks": {"main.tf": lines("", 'resource "aws_s3_bucket" "b" {\n  bucket = "b"\n}\n')},
    "hcl-unknown-blocks": {"main.tf": lines("", 'thing "a" "b%d" {\n}\n')},
    "hcl-nested": {"main.tf": nest('resource "aws_s3_bucket" "b" {\n', "a {\n", "", "}\n", "}\n")},
    "hcl-inner-blocks": {
        "main.tf": lines(
            'resource "aws_security_group" "b" {\n',
            '  ingress {\n    from_port = %d\n    to_port = %d\n    cidr_blocks = ["0.0.0.0/0"]\n    protocol = "tcp"\n  }\n',
            "}\n",
        ),
    },
    "hcl-sg-rules": {
        "main.tf": lines(
            'resource "aws_security_group" "b" {\n}\n',
            'resource "aws_security_group_rule" "r%d" {\n  type = "ingress"\n  security_group_id = aws_security_group.b.id\n  from_port = %d\n  to_port = %d\n  cidr_blocks = ["0.0.0.0/0"]\n  protocol = "tcp"\n}\n',
        ),
    },
    "hcl-attributes": {"main.tf": lines('resource "aws_s3_bucket" "b" {\n', "  a%d = 1\n", "}\n")},
    "hcl-same-attributes": {"main.tf": lines('resource "aws_s3_bucket" "b" {\n', "  a = 1\n", "}\n")},
    "hcl-list": {
        "main.tf": lines(
            'locals {\n  a = [',
            '"x%d", ',
            "]\n}\n" + 'resource "aws_s3_bucket" "b" {\n  tags = local.a\n}\n',
        ),
    },
    "hcl-map": {
        "main.tf": lines(
            'locals {\n  a = {\n',
            '    k%d = "x"\n',
            "  }\n}\n" + 'resource "aws_s3_bucket" "b" {\n  tags = local.a\n}\n',
        ),
    },
    "hcl-map-for-each": {
        "main.tf": lines(
            'locals {\n  a = {\n',
            '    k%d = "x"\n',
            "  }\n}\n" + 'resource "aws_s3_bucket" "b" {\n  for_each = local.a\n  bucket = each.key\n}\n',
        ),
    },
    "hcl-list-count": {
        "main.tf": lines(
            'locals {\n  a = [\n',
            '    "k%d",\n',
            "  ]\n}\n" + 'resource "aws_s3_bucket" "b" {\n  count = length(local.a)\n  bucket = local.a[count.index]\n}\n',
        ),
    },
    "hcl-locals-chain": {
        "main.tf": lambda n: (
            "locals {\n  a0 = 1\n"
            + "".join(f"  a{i} = local.a{i-1}\n" for i in range(1, n))
            + "}\n"
            + f'resource "aws_s3_bucket" "b" {{\n  bucket = local.a{n-1}\n}}\n'
        ),
    },
    "hcl-locals-list-chain": {
        "main.tf": lambda n: (
            "locals {\n  a0 = [1]\n"
            + "".join(f"  a{i} = [local.a{i-1}]\n" for i in range(1, n))
            + "}\n"
            + f'resource "aws_s3_bucket" "b" {{\n  tags = local.a{n-1}\n}}\n'
        ),
    },
    "hcl-locals-doubling": {
        "main.tf": lambda n: (
            "locals {\n  a0 = [1]\n"
            + "".join(f"  a{i} = [local.a{i-1}, local.a{i-1}]\n" for i in range(1, n))
            + "}\n"
            + f'resource "aws_s3_bucket" "b" {{\n  tags = local.a{n-1}\n}}\n'
        ),
    },
    "hcl-concat-chain": {
        "main.tf": lambda n: (
            "locals {\n  a0 = [1]\n"
            + "".join(f"  a{i} = concat(local.a{i-1}, [1])\n" for i in range(1, int(n**.5)))
            + "}\n"
            + f'resource "aws_s3_bucket" "b" {{\n  tags = local.a{int(n**.5)-1}\n}}\n'
        ),
    },
    "hcl-variables": {
        "main.tf": lines(
            "",
            'variable "v%d" {\n  default = "x"\n}\nresource "aws_s3_bucket" "b%d" {\n  bucket = var.v%d\n}\n',
        ),
    },
    "hcl-unresolved": {
        "main.tf": lines(
            "",
            'variable "v%d" {}\nresource "aws_s3_bucket" "b%d" {\n  bucket = var.v%d\n  acl = var.v%d\n}\n',
        ),
    },
    "hcl-tfvars": {"main.tf": lines("", 'variable "v%d" {}\n'), "terraform.tfvars": lines("", "v%d = 1\n")},
    "hcl-plus": {"main.tf": lines("locals {\n  a = 1", " + 1", "\n}\n")},
    "hcl-parens": {"main.tf": nest("locals {\n  a = ", "(", "1", ")", "\n}\n")},
    "hcl-not": {"main.tf": lines("locals {\n  a = ", "!", "true\n}\n")},
    "hcl-conditional": {"main.tf": lines("locals {\n  a = ", "true ? 1 : ", "1\n}\n")},
    "hcl-conditional-left": {"main.tf": nest("locals {\n  a = ", "true ? ", "1", " : 1", "\n}\n")},
    "hcl-index": {"main.tf": lines("locals {\n  a = local.b", "[0]", "\n}\n")},
    "hcl-attr": {"main.tf": lines("locals {\n  a = local.b", ".c", "\n}\n")},
    "hcl-splat": {"main.tf": lines("locals {\n  a = local.b", "[*]", "\n}\n")},
    "hcl-interpolations": {
        "main.tf": lines(
            'locals {\n  a = "',
            "${var.a}",
            '"\n}\n' + 'resource "aws_s3_bucket" "b" {\n  bucket = local.a\n}\n',
        ),
    },
    "hcl-template-if": {"main.tf": lines('locals {\n  a = "', "%{ if true }x%{ endif }", '"\n}\n')},
    "hcl-template-if-open": {"main.tf": lines('locals {\n  a = "', "%{ if true }", '"\n}\n')},
    "hcl-heredoc": {"main.tf": lines("locals {\n  a = <<EOF\n", "text ${var.x} text\n", "EOF\n}\n")},
    "hcl-heredoc-plain": {"main.tf": lines("locals {\n  a = <<-EOF\n", "   text\n", "EOF\n}\n")},
    "hcl-heredoc-open": {"main.tf": lines("locals {\n", "  a%d = <<EOF\n", "}\n")},
    "hcl-heredocs": {"main.tf": lines("locals {\n", "  a%d = <<EOF\nx\nEOF\n", "}\n")},
    "hcl-comments": {"main.tf": lines("", "# tfsec:ignore:x\n", 'resource "aws_s3_bucket" "b" {\n}\n')},
    "hcl-comments-blocks": {"main.tf": lines("", '# gapcheck:ignore a -- b\nresource "aws_s3_bucket" "b%d" {\n}\n')},
    "hcl-comments-inside": {
        "main.tf": lines('resource "aws_s3_bucket" "b" {\n', '# checkov:skip=CKV_AWS_18:x\n', "}\n"),
    },
    "hcl-block-comment": {"main.tf": lines("", "/* x\n", "*/\n")},
    "hcl-block-comments": {"main.tf": lines("", "/* x */")},
    "hcl-garbage": {"main.tf": lines("", "}{\n")},
    "hcl-garbage-lines": {"main.tf": lines("", "a b c\n")},
    "hcl-garbage-quotes": {"main.tf": lines("", '"\n')},
    "hcl-garbage-open": {"main.tf": lines("", "a = {\n")},
    "hcl-func-nest": {"main.tf": nest("locals {\n  a = ", "lower(", '"A"', ")", "\n}\n")},
    "hcl-for": {"main.tf": lines("locals {\n", "  a%d = [for i in range(10) : i]\n", "}\n")},
    "hcl-for-large": {
        "main.tf": lambda n: (
            f"locals {{\n  a = [for i in range({n}) : i]\n  b = {{for i in range({n}) : i => i}}\n  c = toset(local.a)\n  d = distinct(local.a)\n  e = sort([for i in local.a : tostring(i)])\n  f = merge(local.b, local.b)\n g = setunion(local.c, local.c)\n h = flatten([local.a])\n i = contains(local.a, 5)\n j= zipmap(local.e, local.a)\n k = {{for i in range({n}) : \"x\" => i...}}\n l = index(local.a, {n-1})\n m = setsubtract(local.c, [1])\n n = setintersection(local.c, local.c)\n o = compact(local.e)\n p = keys(local.b)\n q=reverse(local.a)\n r = chunklist(local.a, 3)\n s = transpose({{a = local.e}})\n}}\n"
            + 'resource "aws_s3_bucket" "b" {\n  tags = [local.a, local.b, local.c, local.d, local.e, local.f, local.g, local.h, local.i, local.j, local.k, local.l, local.m, local.n, local.o, local.p, local.q, local.r, local.s]\n}\n'
        ),
    },
    "hcl-for-contains": {
        "main.tf": lambda n: (
            f"locals {{\n  a = [for i in range({int(n**.5)}) : i]\n  b = [for i in local.a : i if contains(local.a, i)]\n}}\n"
            + 'resource "aws_s3_bucket" "b" {\n  tags = local.b\n}\n'
        ),
    },
    "hcl-for-each-wide": {
        "main.tf": lambda n: f'resource "aws_s3_bucket" "b" {{\n  for_each = toset([for i in range({n}) : tostring(i)])\n  bucket = each.key\n}}\n',
    },
    "hcl-for-each-refer": {
        "main.tf": lambda n: f'resource "aws_s3_bucket" "b" {{\n  for_each = toset([for i in range({n}) : tostring(i)])\n  bucket = each.key\n}}\nresource "aws_s3_bucket_versioning" "b" {{\n  for_each = toset([for i in range({n}) : tostring(i)])\n  bucket = aws_s3_bucket.b[each.key].id\n  versioning_configuration {{\n    status = "Enabled"\n  }}\n}}\n',
    },
    "hcl-dynamic": {
        "main.tf": lambda n: f'resource "aws_security_group" "b" {{\n  dynamic "ingress" {{\n    for_each = range({n})\n    content {{\n      from_port = ingress.value\n      to_port = ingress.value\n      protocol = "tcp"\n      cidr_blocks = ["0.0.0.0/0"]\n    }}\n  }}\n}}\n',
    },
    "hcl-dynamic-many": {
        "main.tf": lines(
            'resource "aws_security_group" "b" {\n',
            '  dynamic "ingress" {\n    for_each = [1, 2]\n    content {\n      from_port = ingress.value\n      to_port = ingress.value\n      protocol = "tcp"\n      cidr_blocks = ["0.0.0.0/0"]\n    }\n  }\n',
            '}\n',
        ),
    },
    "hcl-bucket-parts": {
        "main.tf": lines(
            "",
            'resource "aws_s3_bucket" "b%d" {\n}\nresource "aws_s3_bucket_versioning" "v%d" {\n  bucket = aws_s3_bucket.b%d.id\n  versioning_configuration {\n    status = "Enabled"\n  }\n}\n',
        ),
    },
    "hcl-bucket-parts-one": {
        "main.tf": lines(
            'resource "aws_s3_bucket" "b" {\n}\n',
            'resource "aws_s3_bucket_versioning" "v%d" {\n  bucket = aws_s3_bucket.b.id\n  versioning_configuration {\n    status = "Enabled"\n  }\n}\n',
        ),
    },
    "hcl-iam-documents": {
        "main.tf": lines(
            'data "aws_iam_policy_document" "d" {\n',
            '  statement {\n    actions = ["s3:*"]\n    resources = ["*"]\n  }\n',
            '}\nresource "aws_iam_policy" "p" {\n  policy = data.aws_iam_policy_document.d.json\n}\n',
        ),
    },
    "hcl-iam-sources": {
        "main.tf": lambda n: (
            'data "aws_iam_policy_document" "d0" {\n  statement {\n    actions = ["s3:*"]\n    resources = ["*"]\n  }\n}\n'
            + "".join(f'data "aws_iam_policy_document" "d{i}" {{\n  source_policy_documents = [data.aws_iam_policy_document.d{i-1}.json]\n}}\n' for i in range(1, n))
            + f'resource "aws_iam_policy" "p" {{\n  policy = data.aws_iam_policy_document.d{n-1}.json\n}}\n'
        ),
    },
    "hcl-iam-actions": {
        "main.tf": lines(
            'resource "aws_iam_policy" "p" {\n  policy = jsonencode({Statement = [{Effect = "Allow", Resource = "*", Action = [\n',
            '    "s3:Get%d",\n',
            '  ]}]})\n}\n',
        ),
    },
    "hcl-iam-policies": {
        "main.tf": lines(
            'resource "aws_iam_role" "r" {\n}\n',
            'resource "aws_iam_role_policy" "p%d" {\n  role = aws_iam_role.r.id\n  policy = jsonencode({Statement = [{Effect = "Allow", Resource = "*", Action = "*"}]})\n}\n',
        ),
    },
    "hcl-jsonencode": {
        "main.tf": lines(
            'locals {\n  a = jsonencode([',
            '{a = %d},',
            '])\n  b = jsondecode(local.a)\n}\nresource "aws_s3_bucket" "b" {\n  tags = local.b\n}\n',
        ),
    },
    "hcl-passwords": {"main.tf": lines("", 'resource "aws_db_instance" "b%d" {\n  password = "hunter2%dabc"\n}\n')},
    "hcl-modules": {
        "main.tf": lines("", 'module "m%d" {\n  source = "./m"\n  x = %d\n}\n'),
        "m/main.tf": 'variable "x" {}\nresource "aws_s3_bucket" "b" {\n  bucket = "b-${var.x}"\n}\n',
    },
    "hcl-module-dirs": lambda n: {
        "main.tf": "".join(f'module "m{i}" {{\n  source = "./m{i}"\n}}\n' for i in range(n)),
        **{f"m{i}/main.tf": 'resource "aws_s3_bucket" "b" {\n}\n' for i in range(n)},
    },
    "hcl-roots": lambda n: {f"m{i}/main.tf": 'resource "aws_s3_bucket" "b" {\n}\n' for i in range(n)},
    "hcl-files": lambda n: {f"f{i}.tf": f'resource "aws_s3_bucket" "b{i}" {{\n}}\n' for i in range(n)},
    "hcl-outputs": {
        "main.tf": 'module "m" {\n  source = "./m"\n}\nresource "aws_s3_bucket" "b" {\n  tags = module.m\n}\n',
        "m/main.tf": lines("", 'output "o%d" {\n  value = %d\n}\n'),
    },
    "hcl-plan": {
        "plan.json": lines(
            PLAN + '{"address":"aws_s3_bucket.a","mode":"managed","type":"aws_s3_bucket","name":"a","values":{}}',
            ',{"address":"aws_s3_bucket.b%d","mode":"managed","type":"aws_s3_bucket","name":"b%d","values":{"bucket":"b%d"}}',
            "]}}}",
        ),
    },
    "hcl-plan-changes": {
        "plan.json": lambda n: (
            PLAN
            + ",".join(f'{{"address":"aws_s3_bucket.b{i}","mode":"managed","type":"aws_s3_bucket","name":"b{i}","values":{{"bucket":"b{i}"}}}}' for i in range(n))
            + ']}},"resource_changes":['
            + ",".join(f'{{"address":"aws_s3_bucket.b{i}","mode":"managed","type":"aws_s3_bucket","name":"b{i}","change":{{"actions":["create"],"before":null,"after":{{"bucket":"b{i}"}},"after_unknown":{{"id":true}}}}}}' for i in range(n))
            + '],"configuration":{"root_module":{"resources":['
            + ",".join(f'{{"address":"aws_s3_bucket.b{i}","mode":"managed","type":"aws_s3_bucket","name":"b{i}","expressions":{{"bucket":{{"references":["var.a"]}}}}}}' for i in range(n))
            + ']}}}'
        ),
    },
    "hcl-state": {
        "terraform.tfstate": lines(
            '{"version":4,"terraform_version":"1.9.0","resources":[{"mode":"managed","type":"aws_s3_bucket","name":"a","instances":[]}',
            ',{"mode":"managed","type":"aws_s3_bucket","name":"b%d","provider":"p","instances":[{"attributes":{"bucket":"b%d"}}]}',
            "]}",
        ),
    },
    "hcl-json-syntax": {
        "main.tf.json": lines('{"resource":{"aws_s3_bucket":{"a":{}', ',"b%d":{"bucket":"b%d"}', "}}}"),
    },
    "hcl-long-string": {"main.tf": lines('locals {\n  a = "', "abc ", '"\n}\n')},
    "hcl-moved": {"main.tf": lines("", "moved {\n  from = aws_s3_bucket.a%d\n  to = aws_s3_bucket.b%d\n}\n")},
    # --- CloudFormation
    "cfn-resources": {"a.yaml": lines(CFN + "Resources:\n", "  B%d: {Type: AWS::S3::Bucket}\n")},
    "cfn-buckets-policies": {
        "a.yaml": lines(
            CFN + "Resources:\n",
            "  B%d: {Type: AWS::S3::Bucket}\n  P%d: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Ref B%d, PolicyDocument: {Statement: [{Effect: Allow, Principal: '*', Action: '*', Resource: '*'}]}}}\n",
        ),
    },
    "cfn-parameters": {
        "a.yaml": lines(
            CFN + "Parameters:\n",
            "  P%d: {Type: String}\n",
            "Resources:\n  B: {Type: AWS::S3::Bucket, Properties: {BucketName: !Ref P0}}\n",
        ),
    },
    "cfn-unresolved": {
        "a.yaml": lambda n: (
            CFN
            + "Parameters:\n"
            + "".join(f"  P{i}: {{Type: String}}\n" for i in range(n))
            + "Resources:\n"
            + "".join(f"  B{i}: {{Type: AWS::S3::Bucket, Properties: {{BucketName: !Ref P{i}, AccessControl: !Ref P{i}}}}}\n" for i in range(n))
        ),
    },
    "cfn-unresolved-one": {
        "a.yaml": lambda n: (
            CFN
            + "Parameters:\n"
            + "".join(f"  P{i}: {{Type: String}}\n" for i in range(n))
            + "Resources:\n  B:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      SecurityGroupIngress:\n"
            + "".join(f"        - {{IpProtocol: tcp, FromPort: !Ref P{i}, ToPort: !Ref P{i}, CidrIp: !Ref P{i}}}\n" for i in range(n))
        ),
    },
    "cfn-conditions": {
        "a.yaml": lambda n: (
            CFN
            + "Conditions:\n  C0: !Equals [a, a]\n"
            + "".join(f"  C{i}: !Not [!Condition C{i-1}]\n" for i in range(1, n))
            + f"Resources:\n  B: {{Type: AWS::S3::Bucket, Condition: C{n-1}}}\n"
        ),
    },
    "cfn-conditions-doubling": {
        "a.yaml": lambda n: (
            CFN
            + "Conditions:\n  C0: !Equals [a, a]\n"
            + "".join(f"  C{i}: !And [!Condition C{i-1}, !Condition C{i-1}]\n" for i in range(1, n))
            + f"Resources:\n  B: {{Type: AWS::S3::Bucket, Condition: C{n-1}}}\n"
        ),
    },
    "cfn-mapping": {
        "a.yaml": lines(
            CFN + "Mappings:\n  M:\n",
            "    K%d: {a: b}\n",
            "Resources:\n  B: {Type: AWS::S3::Bucket, Properties: {BucketName: !FindInMap [M, !Ref AWS::Region, a]}}\n",
        ),
    },
    "cfn-mapping-many": {
        "a.yaml": lambda n: (
            CFN
            + "Mappings:\n  M:\n"
            + "".join(f"    K{i}: {{a: b}}\n" for i in range(n))
            + "Resources:\n"
            + "".join(f"  B{i}: {{Type: AWS::S3::Bucket, Properties: {{BucketName: !FindInMap [M, K{i}, a]}}}}\n" for i in range(n))
        ),
    },
    "cfn-if-nest": {
        "a.yaml": nest(
            CFN + "Conditions: {C: !Equals [!Ref AWS::Region, b]}\nResources:\n  B: {Type: AWS::S3::Bucket, Properties: {BucketName: ",
            "!If [C, a, ",
            "b",
            "]",
            "}}\n",
        ),
    },
    "cfn-sub": {
        "a.yaml": lines(
            CFN + "Resources:\n  B: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub '",
            "${AWS::Region}-",
            "'}}\n",
        ),
    },
    "cfn-join": {
        "a.yaml": lines(
            CFN + "Resources:\n  B: {Type: AWS::S3::Bucket, Properties: {BucketName: !Join ['', [",
            "a, ",
            "b]]}}\n",
        ),
    },
    "cfn-ingress": {
        "a.yaml": lines(
            CFN + "Resources:\n  B:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      SecurityGroupIngress:\n",
            "        - {IpProtocol: tcp, FromPort: %d, ToPort: %d, CidrIp: 0.0.0.0/0}\n",
        ),
    },
    "cfn-foreach": {
        "a.yaml": lines(
            CFN + "Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::A:\n    - X\n    - [",
            "a%d, ",
            "]\n    - B${X}: {Type: AWS::S3::Bucket}\n",
        ),
    },
    "cfn-serverless": {
        "a.yaml": lines(
            CFN + "Transform: AWS::Serverless-2016-10-31\nResources:\n",
            "  F%d: {Type: AWS::Serverless::Function, Properties: {Handler: a, Runtime: b, Events: {A: {Type: Api, Properties: {Path: /a, Method: get}}}}}\n",
        ),
    },
    "cfn-json": {
        "a.json": lines(
            '{"AWSTemplateFormatVersion":"2010-09-09","Resources":{"A":{"Type":"AWS::S3::Bucket"}',
            ',"B%d":{"Type":"AWS::S3::Bucket"}',
            "}}",
        ),
    },
    "cfn-depends": {
        "a.yaml": lines(CFN + "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    DependsOn:\n", "      - C%d\n"),
    },
    "cfn-iam": {
        "a.yaml": lines(
            CFN + "Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      Policies:\n",
            "        - {PolicyName: p%d, PolicyDocument: {Statement: [{Effect: Allow, Action: '*', Resource: '*'}]}}\n",
        ),
    },
    "cfn-userdata": {
        "a.yaml": lines(
            CFN + "Resources:\n  I:\n    Type: AWS::EC2::Instance\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n",
            "          echo ${AWS::Region} password=abc%d\n",
        ),
    },
    # --- Compose
    "compose-services": {"compose.yaml": lines("services:\n", "  s%d: {image: a}\n")},
    "compose-extends-chain": {
        "compose.yaml": lambda n: (
            "services:\n  s0: {image: a}\n"
            + "".join(f"  s{i}: {{extends: {{service: s{i-1}}}}}\n" for i in range(1, n))
        ),
    },
    "compose-extends-one": {"compose.yaml": lines("services:\n  b: {image: a}\n", "  s%d: {extends: {service: b}}\n")},
    "compose-ports": {"compose.yaml": lines("services:\n  a:\n    image: a\n    ports:\n", "      - '%d:80'\n")},
    "compose-env": {"compose.yaml": lines("services:\n  a:\n    image: a\n    environment:\n", "      A%d: b\n")},
    "compose-env-list": {"compose.yaml": lines("services:\n  a:\n    image: a\n    environment:\n", "      - A%d=b\n")},
    "compose-env-file": {
        "compose.yaml": "services:\n  a:\n    image: a\n    env_file: a.env\n",
        "a.env": lines("", "A%d=b\n"),
    },
    "compose-dotenv": {"compose.yaml": "services:\n  a:\n    image: ${A1}\n", ".env": lines("", "A%d=b${A0}\n")},
    "compose-dotenv-chain": {
        "compose.yaml": "services:\n  a:\n    image: ${A1}\n",
        ".env": lambda n: "A0=b\n" + "".join(f"A{i}=${{A{i-1}}}x\n" for i in range(1, n)),
    },
    "compose-variables": {"compose.yaml": lines("services:\n  a:\n    image: '", "${A:-b}", "'\n")},
    "compose-variables-nest": {"compose.yaml": nest("services:\n  a:\n    image: '", "${A:-", "b", "}", "'\n")},
    "compose-include": lambda n: {
        "compose.yaml": "include:\n" + "".join(f"  - c{i}.yaml\n" for i in range(n)) + "services: {a: {image: b}}\n",
        **{f"c{i}.yaml": f"services: {{s{i}: {{image: b}}}}\n" for i in range(n)},
    },
    "compose-networks": {
        "compose.yaml": lambda n: (
            "services:\n"
            + "".join(f"  s{i}: {{image: a, networks: [n{i}]}}\n" for i in range(n))
            + "networks:\n"
            + "".join(f"  n{i}: {{}}\n" for i in range(n))
        ),
    },
    "compose-override": {
        "compose.yaml": lines("services:\n", "  s%d: {image: a}\n"),
        "compose.override.yaml": lines("services:\n", "  s%d: {privileged: true}\n"),
    },
    "compose-volumes": {"compose.yaml": lines("services:\n  a:\n    image: a\n    volumes:\n", "      - /a%d:/b\n")},
    # --- Dockerfile
    "docker-run": {"Dockerfile": lines(DOCKER, "RUN a\n")},
    "docker-run-apt": {"Dockerfile": lines(DOCKER, "RUN apt-get install a%d\n")},
    "docker-continued": {"Dockerfile": lines(DOCKER + "RUN a", " && \\\n    b%d", "\n")},
    "docker-continued-comments": {"Dockerfile": lines(DOCKER + "RUN a", " \\\n # c\n", "\n")},
    "docker-stages": {"Dockerfile": lines("", "FROM a AS s%d\n")},
    "docker-stages-chain": {
        "Dockerfile": lambda n: "FROM a AS s0\n" + "".join(f"FROM s{i-1} AS s{i}\nUSER x\n" for i in range(1, n)),
    },
    "docker-copy-from": {
        "Dockerfile": lambda n: (
            "FROM a AS s0\n"
            + "".join(f"FROM a AS s{i}\nCOPY --from=s{i-1} a b\n" for i in range(1, n))
        ),
    },
    "docker-args": {"Dockerfile": lines("", "ARG A%d=b\n", "FROM a\n")},
    "docker-args-chain": {
        "Dockerfile": lambda n: (
            "ARG A0=b\n"
            + "".join(f"ARG A{i}=${{A{i-1}}}\n" for i in range(1, n))
            + f"FROM ${{A{n-1}}}\n"
        ),
    },
    "docker-args-grow": {
        "Dockerfile": lambda n: (
            "ARG A0=b\n"
            + "".join(f"ARG A{i}=${{A{i-1}}}${{A{i-1}}}\n" for i in range(1, n))
            + f"FROM ${{A{n-1}}}\n"
        ),
    },
    "docker-env": {"Dockerfile": lines(DOCKER, "ENV A%d=b\n", "USER $A1\n")},
    "docker-env-one": {"Dockerfile": lines(DOCKER + "ENV", " A%d=b", "\n")},
    "docker-env-same": {"Dockerfile": lines(DOCKER, "ENV A=${A}b\n")},
    "docker-env-double": {"Dockerfile": lines(DOCKER + "ENV A=ab\n", "ENV A=${A}${A}\n")},
    "docker-variable-nest": {"Dockerfile": nest("FROM ", "${a:-", "b", "}", "\n")},
    "docker-quotes": {"Dockerfile": lines(DOCKER + "RUN ", "'\"", "\n")},
    "docker-subshell": {"Dockerfile": nest(DOCKER + "RUN ", "$(", "a", ")", "\n")},
    "docker-parens": {"Dockerfile": nest(DOCKER + "RUN ", "(", "a", ")", "\n")},
    "docker-braces": {"Dockerfile": lines(DOCKER + "RUN ", "{ a; ", "\n")},
    "docker-if": {"Dockerfile": nest(DOCKER + "RUN ", "if a; then ", "b", "; fi", "\n")},
    "docker-pipes": {"Dockerfile": lines(DOCKER + "RUN a", " | b", "\n")},
    "docker-semicolons": {"Dockerfile": lines(DOCKER + "RUN a", "; b", "\n")},
    "docker-words": {"Dockerfile": lines(DOCKER + "RUN a", " b", "\n")},
    "docker-backticks": {"Dockerfile": lines(DOCKER + "RUN a ", "`b` ", "\n")},
    "docker-heredoc": {"Dockerfile": lines(DOCKER + "RUN <<EOF\n", "apt-get install a\n", "EOF\n")},
    "docker-heredocs": {"Dockerfile": lines(DOCKER + "RUN", " <<E%d", "\n")},
    "docker-heredoc-open": {"Dockerfile": lines(DOCKER, "RUN <<EOF\n")},
    "docker-exec-form": {"Dockerfile": lines(DOCKER + 'CMD ["a"', ', "b"', "]\n")},
    "docker-labels": {"Dockerfile": lines(DOCKER + "LABEL", " a%d=b", "\n")},
    "docker-expose": {"Dockerfile": lines(DOCKER + "EXPOSE", " %d", "\n")},
    "docker-expose-many": {"Dockerfile": lines(DOCKER, "EXPOSE 22\n")},
    "docker-backslashes": {"Dockerfile": lines(DOCKER + "RUN a", "\\", "\n")},
    "docker-unknown": {"Dockerfile": lines(DOCKER, "FOO bar\n")},
    "docker-comments": {"Dockerfile": lines("", "# hadolint ignore=DL3008\n", DOCKER + "RUN a\n")},
    "docker-comments-run": {"Dockerfile": lines(DOCKER, "# hadolint ignore=DL3008\nRUN a\n")},
    "docker-copy": {"Dockerfile": lines(DOCKER, "COPY a%d /b\n")},
    "docker-onbuild": {"Dockerfile": lines(DOCKER, "ONBUILD ", "RUN a\n")},
    "docker-users": {"Dockerfile": lines(DOCKER, "USER a%d\n")},
    "docker-curl": {"Dockerfile": lines(DOCKER, "RUN curl -k http://a%d | sh\n")},
    # --- GitHub Actions
    "gha-jobs": {
        ".github/workflows/a.yml": lines("on: push\njobs:\n", "  j%d: {runs-on: ubuntu-latest, steps: [{run: a}]}\n"),
    },
    "gha-needs": {
        ".github/workflows/a.yml": lambda n: (
            "on: push\njobs:\n  j0: {runs-on: ubuntu-latest, steps: [{run: a}]}\n"
            + "".join(f"  j{i}: {{runs-on: ubuntu-latest, needs: j{i-1}, steps: [{{run: a}}]}}\n" for i in range(1, n))
        ),
    },
    "gha-needs-all": {
        ".github/workflows/a.yml": lambda n: (
            "on: push\njobs:\n"
            + "".join(f"  j{i}: {{runs-on: ubuntu-latest, needs: [{', '.join(f'j{k}' for k in range(i))}], steps: [{{run: a}}]}}\n" for i in range(int((2*n) ** .5)))
        ),
    },
    "gha-steps": {".github/workflows/a.yml": lines(WF, "      - run: a %d\n")},
    "gha-steps-uses": {".github/workflows/a.yml": lines(WF, "      - uses: a/b%d@v1\n")},
    "gha-steps-injection": {
        ".github/workflows/a.yml": lines(WF, "      - run: echo ${{ github.event.issue.title }}\n"),
    },
    "gha-steps-outputs": {
        ".github/workflows/a.yml": lambda n: (
            WF
            + "      - {id: s0, run: echo a=b >> $GITHUB_OUTPUT}\n"
            + "".join(f"      - {{id: s{i}, run: 'echo a=${{{{ steps.s{i-1}.outputs.a }}}} >> $GITHUB_OUTPUT'}}\n" for i in range(1, n))
        ),
    },
    "gha-env-chain": {
        ".github/workflows/a.yml": lambda n: (
            "on: push\nenv:\n  A0: b\n"
            + "".join(f"  A{i}: ${{{{ env.A{i-1} }}}}\n" for i in range(1, n))
            + WF.split("\n", 1)[1]
            + f"      - run: echo ${{{{ env.A{n-1} }}}}\n"
        ),
    },
    "gha-expressions-line": {
        ".github/workflows/a.yml": lines(WF + "      - run: echo ", "${{ github.head_ref }} ", "\n"),
    },
    "gha-expression-and": {".github/workflows/a.yml": lines(WF + "      - if: a", " && b", "\n        run: a\n")},
    "gha-expression-not": {".github/workflows/a.yml": lines(WF + "      - if: ${{ ", "!", "a }}\n        run: a\n")},
    "gha-expression-parens": {
        ".github/workflows/a.yml": nest(WF + "      - if: ", "(", "a", ")", "\n        run: a\n"),
    },
    "gha-expression-index": {".github/workflows/a.yml": lines(WF + "      - if: a", "['b']", "\n        run: a\n")},
    "gha-expression-format": {
        ".github/workflows/a.yml": nest(WF + "      - if: ", "format('{0}', ", "a", ")", "\n        run: a\n"),
    },
    "gha-matrix": {
        ".github/workflows/a.yml": lines(
            "on: push\njobs:\n  a:\n    runs-on: ${{ matrix.os }}\n    strategy: {matrix: {os: [",
            "a%d, ",
            "]}}\n    steps: [{run: a}]\n",
        ),
    },
    "gha-matrix-dims": {
        ".github/workflows/a.yml": lines(
            "on: push\njobs:\n  a:\n    runs-on: ${{ matrix.d1 }}\n    strategy: {matrix: {",
            "d%d: [a, b], ",
            "}}\n    steps: [{run: a}]\n",
        ),
    },
    "gha-run-lines": {".github/workflows/a.yml": lines(WF + "      - run: |\n", "          npm test\n")},
    "gha-run-curl": {".github/workflows/a.yml": lines(WF + "      - run: |\n", "          curl http://a%d | sh\n")},
    "gha-triggers": {
        ".github/workflows/a.yml": lines(
            "on:\n  push:\n    branches:\n",
            "      - a%d\n",
            WF.split("\n", 1)[1] + "      - run: a\n",
        ),
    },
    "gha-permissions": {
        ".github/workflows/a.yml": lines(
            "on: push\npermissions:\n",
            "  p%d: write\n",
            WF.split("\n", 1)[1] + "      - run: a\n",
        ),
    },
    "gha-workflows": lambda n: {f".github/workflows/a{i}.yml": WF + "      - run: a\n" for i in range(n)},
    "gha-reusable": lambda n: {
        ".github/workflows/a.yml": (
            "on: push\njobs:\n"
            + "".join(f"  j{i}: {{uses: ./.github/workflows/b.yml}}\n" for i in range(n))
        ),
        ".github/workflows/b.yml": WF.replace("push", "workflow_call") + "      - run: a\n",
    },
    "gha-reusable-many": lambda n: {
        ".github/workflows/a.yml": (
            "on: push\njobs:\n"
            + "".join(f"  j{i}: {{uses: ./.github/workflows/b{i}.yml}}\n" for i in range(n))
        ),
        **{f".github/workflows/b{i}.yml": WF.replace("push", "workflow_call") + "      - run: a\n" for i in range(n)},
    },
    "gha-local-actions": lambda n: {
        ".github/workflows/a.yml": WF + "".join(f"      - uses: ./.github/actions/a{i}\n" for i in range(n)),
        **{f".github/actions/a{i}/action.yml": "runs: {using: composite, steps: [{run: a, shell: bash}]}\n" for i in range(n)},
    },
    "gha-needs-outputs": {
        ".github/workflows/a.yml": lambda n: (
            "on: push\njobs:\n  j0: {runs-on: ubuntu-latest, outputs: {a: '${{ steps.x.outputs.a }}'}, steps: [{id: x, run: a}]}\n"
            + "".join(f"  j{i}: {{runs-on: ubuntu-latest, needs: j{i-1}, outputs: {{a: '${{{{ needs.j{i-1}.outputs.a }}}}'}}, steps: [{{run: 'a ${{{{ needs.j{i-1}.outputs.a }}}}'}}]}}\n" for i in range(1, n))
        ),
    },
    # --- GitLab
    "gitlab-jobs": {".gitlab-ci.yml": lines("", "j%d: {script: [a]}\n")},
    "gitlab-extends-one": {".gitlab-ci.yml": lines(".b: {image: a}\n", "j%d: {extends: .b, script: [a]}\n")},
    "gitlab-extends-chain": {
        ".gitlab-ci.yml": lambda n: (
            ".j0: {script: [a]}\n"
            + "".join(f".j{i}: {{extends: .j{i-1}}}\n" for i in range(1, n))
            + f"x: {{extends: .j{n-1}}}\n"
        ),
    },
    "gitlab-extends-list": {
        ".gitlab-ci.yml": lambda n: (
            "".join(f".j{i}: {{variables: {{A{i}: b}}}}\n" for i in range(n))
            + "x: {script: [a], extends: ["
            + ", ".join(f".j{i}" for i in range(n))
            + "]}\n"
        ),
    },
    "gitlab-needs": {
        ".gitlab-ci.yml": lambda n: (
            "j0: {script: [a]}\n"
            + "".join(f"j{i}: {{script: [a], needs: [j{i-1}]}}\n" for i in range(1, n))
        ),
    },
    "gitlab-stages": {
        ".gitlab-ci.yml": lambda n: (
            "stages: ["
            + ", ".join(f"s{i}" for i in range(n))
            + "]\n"
            + "".join(f"j{i}: {{script: [a], stage: s{i}}}\n" for i in range(n))
        ),
    },
    "gitlab-script": {".gitlab-ci.yml": lines("a:\n  script:\n", "    - echo %d\n")},
    "gitlab-references": {
        ".gitlab-ci.yml": lines(".x: {script: [a]}\na:\n  script:\n", "    - !reference [.x, script]\n"),
    },
    "gitlab-variables": {".gitlab-ci.yml": lines("variables:\n", "  A%d: b\n", "a: {script: [a]}\n")},
    "gitlab-variables-jobs": {
        ".gitlab-ci.yml": lambda n: (
            "variables:\n"
            + "".join(f"  A{i}: b\n" for i in range(int(n ** .5)))
            + "".join(f"j{i}: {{script: [a]}}\n" for i in range(int(n ** .5)))
        ),
    },
    "gitlab-variables-chain": {
        ".gitlab-ci.yml": lambda n: (
            "variables:\n  A0: b\n"
            + "".join(f"  A{i}: $A{i-1}\n" for i in range(1, n))
            + f"a: {{image: $A{n-1}, script: [a]}}\n"
        ),
    },
    "gitlab-variables-grow": {
        ".gitlab-ci.yml": lambda n: (
            "variables:\n  A0: b\n"
            + "".join(f"  A{i}: $A{i-1}$A{i-1}\n" for i in range(1, n))
            + f"a: {{image: $A{n-1}, script: [a]}}\n"
        ),
    },
    "gitlab-rules": {".gitlab-ci.yml": lines("a:\n  script: [a]\n  rules:\n", "    - if: $A == \"%d\"\n")},
    "gitlab-rule-long": {".gitlab-ci.yml": lines("a:\n  script: [a]\n  rules:\n    - if: $A", " && $B", "\n")},
    "gitlab-rule-parens": {".gitlab-ci.yml": nest("a:\n  script: [a]\n  rules:\n    - if: ", "(", "$A", ")", "\n")},
    "gitlab-include": lambda n: {
        ".gitlab-ci.yml": "include:\n" + "".join(f"  - local: c/{i}.yml\n" for i in range(n)),
        **{f"c/{i}.yml": f"j{i}: {{script: [a]}}\n" for i in range(n)},
    },
    "gitlab-include-glob": lambda n: {
        ".gitlab-ci.yml": "include:\n" + "".join(f"  - local: 'c/**/*{i}.yml'\n" for i in range(100)),
        **{f"c/{i}.yml": f"j{i}: {{script: [a]}}\n" for i in range(n)},
    },
    "gitlab-default": {
        ".gitlab-ci.yml": lambda n: (
            "default:\n  before_script:\n"
            + "".join(f"    - a{i}\n" for i in range(int(n ** .5)))
            + "".join(f"j{i}: {{script: [a]}}\n" for i in range(int(n ** .5)))
        ),
    },
    # --- Azure, CircleCI, Bitbucket
    "azure-steps": {"azure-pipelines.yml": lines("steps:\n", "- script: a %d\n")},
    "azure-jobs": {"azure-pipelines.yml": lines("jobs:\n", "- job: j%d\n  steps: [{script: a}]\n")},
    "azure-stages": {
        "azure-pipelines.yml": lines("stages:\n", "- stage: s%d\n  jobs: [{job: a, steps: [{script: a}]}]\n"),
    },
    "azure-depends": {
        "azure-pipelines.yml": lambda n: (
            "stages:\n- stage: s0\n  jobs: [{job: a, steps: [{script: a}]}]\n"
            + "".join(f"- stage: s{i}\n  dependsOn: s{i-1}\n  jobs: [{{job: a, steps: [{{script: a}}]}}]\n" for i in range(1, n))
        ),
    },
    "azure-variables": {
        "azure-pipelines.yml": lines("variables:\n", "- name: A%d\n  value: b\n", "steps: [{script: $(A1)}]\n"),
    },
    "azure-variables-steps": {
        "azure-pipelines.yml": lambda n: (
            "variables:\n"
            + "".join(f"- name: A{i}\n  value: b\n" for i in range(n))
            + "steps:\n"
            + "".join(f"- script: $(A{i})\n" for i in range(n))
        ),
    },
    "azure-template-each": {
        "azure-pipelines.yml": lambda n: (
            "steps:\n- template: t.yml\n  parameters:\n    x: ["
            + ", ".join(f"a{i}" for i in range(n))
            + "]\n"
        ),
        "t.yml": "parameters:\n- {name: x, type: object, default: []}\nsteps:\n- ${{ each i in parameters.x }}:\n  - script: ${{ i }}\n",
    },
    "azure-parameters": {
        "azure-pipelines.yml": lines(
            "parameters:\n",
            "- {name: a%d, type: string, default: b}\n",
            "steps: [{script: '${{ parameters.a1 }}'}]\n",
        ),
    },
    "azure-templates": lambda n: {
        "azure-pipelines.yml": "steps:\n" + "".join(f"- template: t{i}.yml\n" for i in range(n)),
        **{f"t{i}.yml": "steps: [{script: a}]\n" for i in range(n)},
    },
    "circle-jobs": {
        ".circleci/config.yml": lines("version: 2.1\njobs:\n", "  j%d: {docker: [{image: a}], steps: [{run: a}]}\n"),
    },
    "circle-workflow": {
        ".circleci/config.yml": lambda n: (
            "version: 2.1\njobs:\n"
            + "".join(f"  j{i}: {{docker: [{{image: a}}], steps: [{{run: a}}]}}\n" for i in range(n))
            + "workflows:\n  w:\n    jobs:\n"
            + "".join(f"      - j{i}: {{requires: [j{max(0, i-1)}]}}\n" for i in range(n))
        ),
    },
    "circle-commands": {
        ".circleci/config.yml": lambda n: (
            "version: 2.1\ncommands:\n  c0: {steps: [{run: a}]}\n"
            + "".join(f"  c{i}: {{steps: [c{i-1}]}}\n" for i in range(1, n))
            + f"jobs: {{a: {{docker: [{{image: a}}], steps: [c{n-1}]}}}}\n"
        ),
    },
    "circle-commands-all": {
        ".circleci/config.yml": lines(
            "version: 2.1\ncommands:\n  c: {steps: [{run: a}]}\njobs:\n  a:\n    docker: [{image: a}]\n    steps:\n",
            "      - c\n",
        ),
    },
    "circle-steps": {
        ".circleci/config.yml": lines(
            "version: 2.1\njobs:\n  a:\n    docker: [{image: a}]\n    steps:\n",
            "      - run: a%d\n",
        ),
    },
    "circle-orbs": {
        ".circleci/config.yml": lines(
            "version: 2.1\norbs:\n",
            "  o%d: a/b%d@1.0\n",
            "jobs: {a: {docker: [{image: a}], steps: [o1/x]}}\n",
        ),
    },
    "bitbucket-steps": {"bitbucket-pipelines.yml": lines("pipelines:\n  default:\n", "    - step: {script: [a%d]}\n")},
    "bitbucket-branches": {
        "bitbucket-pipelines.yml": lines("pipelines:\n  branches:\n", "    b%d: [{step: {script: [a]}}]\n"),
    },
    "bitbucket-anchors": {
        "bitbucket-pipelines.yml": lines(
            "definitions:\n  steps:\n    - step: &s {script: [a]}\npipelines:\n  default:\n",
            "    - step: *s\n",
        ),
    },
    # --- Helm, Kustomize
    "helm-templates": lambda n: {**CHART, **{f"templates/a{i}.yaml": POD.replace("%d", str(i)) for i in range(n)}},
    "helm-range": lambda n: {
        **CHART,
        "templates/a.yaml": f"{{{{ range until {n} }}}}\n" + POD.replace("p%d", "p{{ . }}") + "{{ end }}\n",
    },
    "helm-values-list": lambda n: {
        **CHART,
        "values.yaml": "a:\n" + "".join(f"- x{i}\n" for i in range(n)),
        "templates/a.yaml": "{{ range .Values.a }}\n" + POD.replace("p%d", "p{{ . }}") + "{{ end }}\n",
    },
    "helm-values-toyaml": lambda n: {
        **CHART,
        "values.yaml": "a:\n" + "".join(f"  k{i}: v\n" for i in range(n)),
        "templates/a.yaml": K8S + "data:\n{{ toYaml .Values.a | indent 2 }}\n",
    },
    "helm-toyaml-often": lambda n: {
        **CHART,
        "values.yaml": "a:\n" + "".join(f"  k{i}: v\n" for i in range(int(n ** .5))),
        "templates/a.yaml": (K8S + "data:\n{{ toYaml .Values.a | indent 2 }}\n---\n") * int(n ** .5),
    },
    "helm-text": lambda n: {**CHART, "templates/a.yaml": K8S + "data:\n" + "".join(f"  k{i}: v\n" for i in range(n))},
    "helm-actions": lambda n: {
        **CHART,
        "templates/a.yaml": K8S + "data:\n" + "".join(f"  k{i}: {{{{ .Values.a }}}}\n" for i in range(n)),
    },
    "helm-actions-unknown": lambda n: {
        **CHART,
        "templates/a.yaml": K8S + "data:\n" + "".join(f"  k{i}: {{{{ lookup \"a\" }}}}\n" for i in range(n)),
    },
    "helm-defines": lambda n: {
        **CHART,
        "templates/_a.tpl": "".join(f"{{{{ define \"d{i}\" }}}}a{{{{ end }}}}\n" for i in range(n)),
        "templates/a.yaml": K8S + "data:\n" + "".join(f"  k{i}: {{{{ include \"d{i}\" . }}}}\n" for i in range(n)),
    },
    "helm-if-nest": lambda n: {
        **CHART,
        "templates/a.yaml": K8S + "a: " + "{{ if true }}" * n + "b" + "{{ end }}" * n + "\n",
    },
    "helm-else-if": lambda n: {
        **CHART,
        "templates/a.yaml": K8S + "a: {{ if false }}x" + "{{ else if false }}b" * n + "{{ end }}\n",
    },
    "helm-pipes": lambda n: {**CHART, "templates/a.yaml": K8S + "a: {{ .Values.a" + " | quote" * n + " }}\n"},
    "helm-parens": lambda n: {**CHART, "templates/a.yaml": K8S + "a: {{ " + "(" * n + "1" + ")" * n + " }}\n"},
    "helm-variables": lambda n: {
        **CHART,
        "templates/a.yaml": K8S + "".join(f"{{{{- $v{i} := 1 }}}}\n" for i in range(n)) + "a: {{ $v0 }}\n",
    },
    "helm-variables-assign": lambda n: {
        **CHART,
        "templates/a.yaml": (
            K8S
            + "{{- $v := list }}{{ range until "
            + str(n)
            + " }}{{ $v = append $v . }}{{ end }}\na: {{ len $v }}\n"
        ),
    },
    "helm-set": lambda n: {
        **CHART,
        "templates/a.yaml": (
            K8S
            + "{{- $v := dict }}{{ range until "
            + str(n)
            + " }}{{ $_ := set $v (toString .) . }}{{ end }}\na: {{ len $v }}\n"
        ),
    },
    "helm-string-grow": lambda n: {
        **CHART,
        "templates/a.yaml": (
            K8S
            + "{{- $v := \"\" }}{{ range until "
            + str(n)
            + " }}{{ $v = printf \"%sx\" $v }}{{ end }}\na: {{ len $v }}\n"
        ),
    },
    "helm-merge": lambda n: {
        **CHART,
        "templates/a.yaml": (
            K8S
            + "{{- $v := dict }}{{ range until "
            + str(int(n ** .5))
            + " }}{{ $v = merge $v (dict (toString .) .) }}{{ end }}\na: {{ len $v }}\n"
        ),
    },
    "helm-subcharts": lambda n: {
        **CHART,
        **{f"charts/c{i}/Chart.yaml": f"apiVersion: v2\nname: c{i}\nversion: 1.0.0\n" for i in range(n)},
        **{f"charts/c{i}/templates/a.yaml": POD.replace("%d", str(i)) for i in range(n)},
    },
    "helm-comment": lambda n: {**CHART, "templates/a.yaml": K8S + "{{/* " + "a " * n + "*/}}\n"},
    "helm-files-get": lambda n: {
        **CHART,
        "a.txt": "x\n" * n,
        "templates/a.yaml": (
            K8S
            + "data:\n"
            + "".join(f"  k{i}: {{{{ .Files.Get \"a.txt\" | quote }}}}\n" for i in range(20))
        ),
    },
    "helm-tpl": lambda n: {
        **CHART,
        "values.yaml": "t: '{{ .Values.a }}'\na: 1\n",
        "templates/a.yaml": K8S + "data:\n" + "".join(f"  k{i}: {{{{ tpl .Values.t . }}}}\n" for i in range(n)),
    },
    "helm-open": lambda n: {**CHART, "templates/a.yaml": K8S + "a: " + "{{ " * n + "\n"},
    "helm-charts": lambda n: {f"c{i}/{k}": v for i in range(n) for k, v in {**CHART, "templates/a.yaml": POD.replace("%d", "")}.items()},
    "kustomize-resources": lambda n: {
        "kustomization.yaml": "resources:\n" + "".join(f"- r{i}.yaml\n" for i in range(n)),
        **{f"r{i}.yaml": POD.replace("%d", str(i)) for i in range(n)},
    },
    "kustomize-patches": lambda n: {
        "kustomization.yaml": (
            "resources: [r.yaml]\npatches:\n"
            + "".join(f"- target: {{kind: Pod}}\n  patch: '[{{op: add, path: /metadata/labels, value: {{a: b{i}}}}}]'\n" for i in range(n))
        ),
        "r.yaml": POD,
    },
    "kustomize-patches-resources": lambda n: {
        "kustomization.yaml": (
            "resources: [r.yaml]\npatches:\n"
            + "".join(f"- target: {{kind: Pod, name: p{i}}}\n  patch: '[{{op: add, path: /metadata/labels, value: {{a: b}}}}]'\n" for i in range(n))
        ),
        "r.yaml": "".join(POD.replace("%d", str(i)) for i in range(n)),
    },
    "kustomize-images": lambda n: {
        "kustomization.yaml": (
            "resources: [r.yaml]\nimages:\n"
            + "".join(f"- {{name: i{i}, newTag: b}}\n" for i in range(n))
        ),
        "r.yaml": "".join(POD.replace("%d", str(i)).replace("image: b", f"image: i{i}") for i in range(n)),
    },
    "kustomize-chain": lambda n: {
        "o0/kustomization.yaml": "resources: [r.yaml]\n",
        "o0/r.yaml": POD,
        **{f"o{i}/kustomization.yaml": f"resources: [../o{i-1}]\nnamePrefix: a\n" for i in range(1, n)},
    },
    "kustomize-configmaps": lambda n: {
        "kustomization.yaml": (
            "resources: [r.yaml]\nconfigMapGenerator:\n"
            + "".join(f"- name: c{i}\n  literals: [a=b]\n" for i in range(n))
        ),
        "r.yaml": "".join(
            (f"apiVersion: v1\nkind: Pod\nmetadata: {{name: p{i}}}\nspec: {{containers: [{{name: a, image: b, envFrom: [{{configMapRef: {{name: c{i}}}}}]}}]}}\n---\n" for i in range(n)),
        ),
    },
    "kustomize-replacements": lambda n: {
        "kustomization.yaml": (
            "resources: [r.yaml]\nreplacements:\n"
            + "".join(f"- source: {{kind: Pod, name: p{i}, fieldPath: metadata.name}}\n  targets: [{{select: {{kind: Pod, name: p{i}}}, fieldPaths: [spec.hostname]}}]\n" for i in range(n))
        ),
        "r.yaml": "".join(POD.replace("%d", str(i)) for i in range(n)),
    },
    "kustomize-prefix-names": lambda n: {
        "kustomization.yaml": "resources: [r.yaml]\nnamePrefix: x-\nnamespace: y\ncommonLabels: {a: b}\n",
        "r.yaml": "".join(
            (f"apiVersion: v1\nkind: Pod\nmetadata: {{name: p{i}}}\nspec: {{serviceAccountName: s{i}, containers: [{{name: a, image: b}}]}}\n---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {{name: s{i}}}\n---\n" for i in range(n)),
        ),
    },
    # --- OpenAPI
    "openapi-paths": {
        "openapi.yaml": lines(
            "openapi: 3.0.0\ninfo: {title: a, version: '1'}\npaths:\n",
            "  /p%d: {get: {responses: {'200': {description: a}}}}\n",
        ),
    },
    "openapi-refs": {
        "openapi.yaml": lambda n: (
            "openapi: 3.0.0\ninfo: {title: a, version: '1'}\npaths:\n"
            + "".join(f"  /p{i}: {{post: {{requestBody: {{$ref: '#/components/requestBodies/s{i}'}}, responses: {{'200': {{description: a}}}}}}}}\n" for i in range(n))
            + "components:\n  requestBodies:\n"
            + "".join(f"    s{i}: {{content: {{application/json: {{schema: {{type: object}}}}}}}}\n" for i in range(n))
        ),
    },
    "openapi-ref-chain": {
        "openapi.yaml": lambda n: (
            "openapi: 3.0.0\ninfo: {title: a, version: '1'}\npaths:\n  /a: {get: {parameters: [{name: a, in: query, schema: {$ref: '#/components/schemas/s0'}}], responses: {'200': {description: a}}}}\ncomponents:\n  schemas:\n"
            + "".join(f"    s{i}: {{$ref: '#/components/schemas/s{i+1}'}}\n" for i in range(n))
        ),
    },
    "openapi-schema-wide": {
        "openapi.yaml": lambda n: (
            "openapi: 3.0.0\ninfo: {title: a, version: '1'}\npaths:\n"
            + "".join(f"  /p{i}: {{post: {{requestBody: {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/s0'}}}}}}}}, responses: {{'200': {{description: a}}}}}}}}\n" for i in range(int(n ** .5)))
            + "components:\n  schemas:\n"
            + "".join(f"    s{i}: {{type: object, properties: {{a: {{$ref: '#/components/schemas/s{i+1}'}}}}}}\n" for i in range(int(n ** .5)))
        ),
    },
    "openapi-schema-doubling": {
        "openapi.yaml": lambda n: (
            "openapi: 3.0.0\ninfo: {title: a, version: '1'}\npaths:\n  /a: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/s0'}}}}, responses: {'200': {description: a}}}}\ncomponents:\n  schemas:\n"
            + "".join(f"    s{i}: {{type: object, properties: {{a: {{$ref: '#/components/schemas/s{i+1}'}}, b: {{$ref: '#/components/schemas/s{i+1}'}}}}}}\n" for i in range(n))
        ),
    },
    "openapi-security": {
        "openapi.yaml": lambda n: (
            "openapi: 3.0.0\ninfo: {title: a, version: '1'}\nsecurity:\n"
            + "".join(f"- s{i}: []\n" for i in range(n))
            + "paths:\n  /a: {get: {responses: {}}}\ncomponents:\n  securitySchemes:\n"
            + "".join(f"    s{i}: {{type: http, scheme: basic}}\n" for i in range(n))
        ),
    },
    # --- repository
    "codeowners": {"CODEOWNERS": lines("", "/d%d/ @a\n"), "Dockerfile": DOCKER},
    "codeowners-stars": {"CODEOWNERS": lines("", "*", " @a\n"), "a/b/c/Dockerfile": DOCKER},
    "codeowners-star-a": {"CODEOWNERS": lines("", "*a", " @a\n"), ("a" * 200) + "b": "x", "Dockerfile": DOCKER},
    "codeowners-starstar": {"CODEOWNERS": lines("", "**/a/", " @a\n"), "/".join(["a"] * 100) + "/Dockerfile": DOCKER},
    "codeowners-files": lambda n: {
        "CODEOWNERS": "".join(f"/d{i}/ @a\n" for i in range(n)),
        **{f"d{i}/Dockerfile": DOCKER for i in range(n)},
    },
    "codeowners-owners": {"CODEOWNERS": lines("*", " @a%d", "\n"), "Dockerfile": DOCKER},
    "codeowners-sections": {"CODEOWNERS": lines("", "[S%d][2] @a\n/d%d/\n"), "Dockerfile": DOCKER},
    "gitignore": {".gitignore": lines("", "d%d/\n"), "Dockerfile": DOCKER},
    "gitignore-stars": {".gitignore": lines("", "*a", "\n"), ("a" * 200) + "b": "x", "Dockerfile": DOCKER},
    "gitignore-files": lambda n: {
        ".gitignore": "".join(f"x{i}\n" for i in range(n)),
        **{f"d{i}/Dockerfile": DOCKER for i in range(n)},
    },
    "gitignore-negated": {".gitignore": lines("", "*\n!a%d\n"), "Dockerfile": DOCKER},
    "dockerignore": {".dockerignore": lines("", "x%d\n"), "Dockerfile": DOCKER + "COPY . /a\n"},
    "helmignore": lambda n: {
        **CHART,
        ".helmignore": "".join(f"x{i}\n" for i in range(n)),
        **{f"templates/a{i}.yaml": POD.replace("%d", str(i)) for i in range(n)},
    },
    "dependabot": {
        ".github/dependabot.yml": lines(
            "version: 2\nupdates:\n",
            "- {package-ecosystem: npm, directory: /d%d, schedule: {interval: daily}}\n",
        ),
    },
    "dependabot-files": lambda n: {
        ".github/dependabot.yml": (
            "version: 2\nupdates:\n"
            + "".join(f"- {{package-ecosystem: docker, directory: /d{i}, schedule: {{interval: daily}}}}\n" for i in range(n))
        ),
        **{f"d{i}/Dockerfile": DOCKER for i in range(n)},
    },
    "renovate": {
        "renovate.json": lines('{"packageRules":[{}', ',{"matchPackageNames":["a%d"],"enabled":false}', "]}"),
        "Dockerfile": DOCKER,
    },
    "empty-files": lambda n: {f"d{i % 40}/{i}.yaml": "" for i in range(n)},
    "other-files": lambda n: {f"d{i % 40}/{i}.py": "x = 1\n" for i in range(n)},
    "cargo-toml": {"Cargo.toml": lines('[package]\nname = "a"\n[dependencies]\n', 'd%d = "1"\n')},
    "cargo-toml-tables": {"Cargo.toml": lines('[package]\nname = "a"\n', '[dependencies.d%d]\nversion = "1"\n')},
    "cargo-toml-dotted": {"Cargo.toml": lines("a", ".a", " = 1\n")},
    "cargo-toml-dotted-keys": {"Cargo.toml": lines("", "a.b.k%d = 1\n")},
    "cargo-toml-array-tables": {"Cargo.toml": lines("", "[[a]]\nb = %d\n")},
    "cargo-toml-errors": {"Cargo.toml": lines("", "a = = 1\n")},
    "pyproject": {"pyproject.toml": lines('[project]\nname = "a"\ndependencies = [\n', '  "d%d>=1",\n', "]\n")},
    "requirements": {"requirements.txt": lines("", "d%d==1.0\n")},
    "requirements-hashes": {"requirements.txt": lines("a==1", " \\\n  --hash=sha256:%d", "\n")},
    "gomod": {"go.mod": lines("module a\nrequire (\n", "  example.com/d%d v1.0.0\n", ")\n")},
    "pom": {
        "pom.xml": lines(
            "<project><dependencies>",
            "<dependency><groupId>a</groupId><artifactId>b%d</artifactId><version>1</version></dependency>",
            "</dependencies></project>",
        ),
    },
    "gemfile": {"Gemfile": lines("", "gem 'a%d'\n")},
    "documents": {"docs/policy.md": lines("---\ngapcheck:\n  topic: access-control\n---\n# x\n", "text %d\n")},
    "documents-headings": {"docs/policy.md": lines("---\ngapcheck:\n  topic: access-control\n---\n", "# x %d\n")},
    "documents-many": lambda n: {f"docs/p{i}.md": "---\ngapcheck:\n  topic: access-control\n  owner: '@a'\n---\n# x\n" for i in range(n)},
    # --- credentials
    "cred-marks": {"a.py": lines("", "AKIA ghp_ eyJ ://a:b@ -----BEGIN \n")},
    "cred-marks-line": {"a.py": lines("", "AKIA ghp_ eyJ ://a:b@ -----BEGIN ")},
    "cred-begin": {"a.py": lines("", "-----BEGIN RSA PRIVATE KEY-----\n")},
    "cred-begin-line": {"a.py": lines("", "-----BEGIN RSA PRIVATE KEY-----")},
    "cred-keys": {"a.py": lines("", "k = 'AKIA%dABCDEFGHIJKLMNOP'\n")},
    "cred-aws": {"a.py": lines("", "k = 'AKIAQYLPMN5HFIQR7XYA' # %d\n")},
    "cred-urls": {"a.py": lines("", "u = 'https://a:hunter2%d@b'\n")},
    "cred-urls-line": {"a.py": lines("", "https://a:hunter2%d@b ")},
    "cred-url-colons": {"a.py": lines("u = 'https://", "a:", "b@c'\n")},
    "cred-schemes": {"a.py": lines("u = '", "https://", "'\n")},
    "cred-eyj": {"a.py": lines("", "eyJ", "\n")},
    "cred-eyj-dots": {"a.py": lines("", "eyJhbGciOiJIUzI1NiJ9.", "\n")},
    "cred-passwords-yaml": {"a.yaml": lines("", "password: hunter2%dabc\n")},
    "cred-passwords-env": {".env": lines("", "PASSWORD%d=hunter2%dabc\n")},
    "cred-passwords-line": {"a.env": lines("", "password='x%d' token: --password ")},
    "cred-base64": {"a.py": lines("k = '", "QUJDREVGR0hJSktMTU5PUA", "'\n")},
    "cred-xoxb": {"a.py": lines("", "xoxb-", "\n")},
    "cred-ghp": {"a.py": lines("", "ghp_", "\n")},
    "cred-redact": {
        "a.yaml": lambda n: "".join(
            (f"apiVersion: v1\nkind: Secret\nmetadata: {{name: s{i}}}\nstringData: {{password: hunter2{i}abc}}\n---\napiVersion: v1\nkind: Pod\nmetadata: {{name: p{i}}}\nspec: {{containers: [{{name: a, image: b, args: ['--x=hunter2{i}abc', 'hunter2{i+1}abc']}}]}}\n---\n" for i in range(n)),
        ),
    },
    # --- suppressions & own files
    "waivers": {
        "main.tf": lines("", 'resource "aws_s3_bucket" "b%d" {\n}\n'),
        ".gapcheck/waivers.toml": lines(
            "",
            '[[waiver]]\npolicy = "bucket-logs-access"\nsubject = "b%d"\nreason = "r"\nowner = "@o"\nexpires = 2027-03-31\n',
        ),
    },
    "waivers-globs": {
        "main.tf": lines("", 'resource "aws_s3_bucket" "b%d" {\n}\n'),
        ".gapcheck/waivers.toml": lines(
            "",
            '[[waiver]]\npolicy = "*"\nsubject = "*%d*a*b*"\nreason = "r"\nowner = "@o"\nexpires = 2027-03-31\n',
        ),
    },
    "attestations": {
        "main.tf": "",
        ".gapcheck/attestations.toml": lines(
            "",
            '[[attestation]]\ncriterion = "CC1.1"\nstatement = "s%d"\nby = "@o"\ndate = 2026-01-01\nvalid_until = 2027-01-01\nevidence = []\n',
        ),
    },
    "settings-excludes": {
        "gapcheck.toml": lines("[scan]\nexclude = [\n", '  "x%d/**",\n', "]\n"),
        "Dockerfile": DOCKER,
    },
    "settings-overrides": {
        "gapcheck.toml": lines(
            "",
            '[[policies.override]]\npolicies = ["bucket-logs-access"]\nsubjects = ["b%d"]\nseverity = "low"\n',
        ),
        "main.tf": lines("", 'resource "aws_s3_bucket" "b%d" {\n}\n'),
    },
    # --- one line
    "one-line-hcl": {"main.tf": lines("", 'resource "aws_s3_bucket" "b%d" { bucket = "b%d" } ')},
    "one-line-cfn": {
        "a.json": lines(
            '{"AWSTemplateFormatVersion":"2010-09-09","Resources":{"A":{"Type":"AWS::S3::Bucket"}',
            ',"B%d":{"Type":"AWS::S3::Bucket","Properties":{"AccessControl":"PublicRead"}}',
            "}}",
        ),
    },
    "one-line-k8s": {
        "a.yaml": lines(
            "{apiVersion: v1, kind: List, items: [",
            "{apiVersion: v1, kind: Pod, metadata: {name: p%d}, spec: {containers: [{name: a, image: b}]}}, ",
            "]}",
        ),
    },
}
