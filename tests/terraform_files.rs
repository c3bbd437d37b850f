//! How Terraform's and OpenTofu's files come together: which replaces which, what is laid over, and values of files.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use gapcheck::collect::{Asked, Inputs, WalkOptions, collect};
use gapcheck::model::{Document, EvidenceKind, Node, Value};

fn folder(files: &[(&str, &str)]) -> (tempfile::TempDir, Document) {
    given(files, Vec::new())
}

fn given(files: &[(&str, &str)], variables: Vec<Asked>) -> (tempfile::TempDir, Document) {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let root = folder.path().to_str().unwrap().into();
    let inputs = Inputs { variables, ..Inputs::default() };
    let document = collect(&[root], &WalkOptions { inputs, ..WalkOptions::default() }).unwrap();
    (folder, document)
}

fn attribute(document: &Document, address: &str, name: &str) -> Option<Node> {
    let evidence = document.evidence.iter().find(|it| it.id.ends_with(&format!("#resource.{address}")))?;
    evidence.facts.get("attributes")?.get(name).cloned()
}

fn text(document: &Document, address: &str, name: &str) -> String {
    let node = attribute(document, address, name).unwrap();
    node.scalar_text().unwrap_or_else(|| format!("{:?}", node.value))
}

fn problems(document: &Document) -> Vec<String> {
    let all = document.ledger.files.iter().flat_map(|it| &it.problems);
    all.map(|it| format!("{}:{}", it.message, it.location.as_ref().map_or(0, |it| it.start.line))).collect()
}

#[test]
fn a_file_of_opentofu_takes_the_place_of_its_namesake() {
    let (_kept, document) = folder(&[
        ("main.tf", "resource \"t\" \"r\" {\n  x = \"terraform\"\n}\n"),
        ("main.tofu", "resource \"t\" \"r\" {\n  x = \"tofu\"\n}\n"),
        ("more.tf.json", "{\"resource\": {\"t\": {\"s\": {\"x\": \"terraform\"}}}}"),
        ("more.tofu.json", "{\"resource\": {\"t\": {\"s\": {\"x\": \"tofu\"}}}}"),
        ("other.tf", "resource \"t\" \"u\" {\n  x = \"kept\"\n}\n"),
    ]);
    assert_eq!(problems(&document), Vec::<String>::new());
    assert_eq!(text(&document, "t.r", "x"), "tofu");
    assert_eq!(text(&document, "t.s", "x"), "tofu");
    assert_eq!(text(&document, "t.u", "x"), "kept");
    let skipped = document.ledger.files.iter().filter(|it| it.reason.is_some()).map(|it| it.path.as_str());
    assert_eq!(skipped.collect::<Vec<_>>(), ["main.tf", "more.tf.json"]);
}

#[test]
fn overrides_are_laid_over_as_documented() {
    let (_kept, document) = folder(&[
        (
            "main.tf",
            r#"
terraform {
  backend "s3" {
    bucket  = "state"
    encrypt = false
  }
}
provider "aws" {
  region = "eu-west-1"
}
provider "aws" {
  alias  = "far"
  region = "us-east-1"
}
variable "v" {
  default = "first"
}
locals {
  a = "one"
  b = "two"
}
resource "t" "r" {
  plain = 1
  kept  = local.b
  v     = var.v
  rule {
    a = 1
  }
  rule {
    a = 2
  }
  other {
    b = 1
  }
  lifecycle {
    prevent_destroy = true
    precondition {
      condition     = var.v != ""
      error_message = "no"
    }
  }
  depends_on = [t.s]
}
resource "t" "s" {}
"#,
        ),
        (
            "b_override.tf",
            "terraform {\n  backend \"s3\" {\n    bucket  = \"state\"\n    encrypt = true\n  }\n}\nprovider \"aws\" {\n  alias  = \"far\"\n  region = \"us-west-2\"\n}\nresource \"t\" \"r\" {\n  plain = 3\n  dynamic \"rule\" {\n    for_each = [9]\n    content {\n      a = rule.value\n    }\n  }\n}\n",
        ),
        (
            "a_override.tf.json",
            "{\"resource\": {\"t\": {\"r\": {\"plain\": 2, \"early\": true}}}, \"locals\": {\"b\": \"new\"}, \"variable\": {\"v\": {\"default\": \"second\"}}}",
        ),
    ]);
    assert_eq!(problems(&document), Vec::<String>::new());
    let value = |name: &str| text(&document, "t.r", name);
    assert_eq!([value("plain"), value("kept"), value("v"), value("early")], ["3", "new", "second", "true"]);
    let rules = attribute(&document, "t.r", "rule").unwrap();
    assert_eq!(rules.items().len(), 1);
    assert_eq!(rules.items()[0].get("a").and_then(Node::as_i64), Some(9));
    assert!(attribute(&document, "t.r", "other").is_some());
    for name in ["lifecycle", "depends_on", "count", "provider"] {
        assert_eq!(attribute(&document, "t.r", name), None, "{name}");
    }
    let module = |id: &str| document.evidence.iter().find(|it| it.id.ends_with(id)).unwrap();
    assert_eq!(module("#terraform").facts.get("state_encrypted").and_then(Node::as_bool), Some(true));
    let far = module("#provider.aws.far").facts.get("settings").unwrap().get("region").cloned();
    assert_eq!(far.unwrap().as_str(), Some("us-west-2"));
    let near = module("#provider.aws").facts.get("settings").unwrap().get("region").cloned();
    assert_eq!(near.unwrap().as_str(), Some("eu-west-1"));
}

#[test]
fn blocks_that_declare_no_resource_do_no_harm() {
    let (_kept, document) = folder(&[(
        "main.tf",
        r#"
resource "t" "r" {
  x = ephemeral.t_secret.s.value
}
ephemeral "t_secret" "s" {
  name = "n"
}
moved {
  from = t.old
  to   = t.r
}
removed {
  from = t.gone
  lifecycle {
    destroy = false
  }
}
import {
  for_each = { a = "id" }
  to       = t.r
  id       = each.value
}
check "health" {
  data "http" "up" {
    url = "https://example.com"
  }
  assert {
    condition     = data.http.up.status_code == 200
    error_message = "down"
  }
}
action "t_do" "it" {
  config {
    a = 1
  }
}
"#,
    )]);
    assert_eq!(problems(&document), Vec::<String>::new());
    let resources = document.evidence.iter().filter(|it| it.kind == EvidenceKind::Resource);
    assert_eq!(resources.count(), 1);
    assert!(attribute(&document, "t.r", "x").unwrap().as_unresolved().is_some());
}

#[test]
fn values_of_files_that_do_not_fit_are_problems_at_their_places() {
    let (_kept, document) = folder(&[
        (
            "main.tf",
            "variable \"n\" {\n  type = number\n}\nvariable \"o\" {\n  type = object({ a = string, b = optional(bool, true) })\n}\nvariable \"l\" {\n  type = list(string)\n}\nresource \"t\" \"r\" {\n  b = var.o.b\n}\n",
        ),
        ("terraform.tfvars", "n = \"many\"\no = {}\nl = \"one\"\n"),
    ]);
    assert_eq!(
        problems(&document),
        [
            "var.l: a list is needed, not a string:3",
            "var.n: a number is needed, not a string:1",
            "var.o: the attribute a is missing:2",
        ]
    );
    assert_eq!(text(&document, "t.r", "b"), "true");
}

#[test]
fn the_default_of_a_variable_that_is_not_nullable_holds_for_null() {
    let module = "variable \"x\" {\n  default  = \"default\"\n  nullable = false\n}\nvariable \"y\" {\n  default = \"default\"\n}\nvariable \"z\" {\n  default   = \"hush\"\n  sensitive = true\n}\nresource \"t\" \"r\" {\n  x = var.x\n  y = var.y\n  z = var.z\n}\n";
    let (_kept, document) = folder(&[
        ("main.tf", "module \"m\" {\n  source = \"./m\"\n  x = null\n  y = null\n}\n"),
        ("m/main.tf", module),
    ]);
    assert_eq!(text(&document, "module.m.t.r", "x"), "default");
    assert_eq!(attribute(&document, "module.m.t.r", "y"), None);
    assert_eq!(attribute(&document, "module.m.t.r", "z").unwrap().value, Value::Redacted);
}

#[test]
fn what_is_typed_later_wins() {
    let main = "variable \"a\" {}\nvariable \"b\" {}\nresource \"t\" \"r\" {\n  a = var.a\n  b = var.b\n}\n";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.tfvars");
    std::fs::write(&path, "a = \"file\"\nb = \"file\"\n").unwrap();
    let value = |name: &str| Asked::Value(name.to_owned(), "typed".to_owned());
    let asked = vec![value("a"), Asked::File(path.to_str().unwrap().into()), value("b")];
    let (_kept, document) = given(&[("main.tf", main), ("terraform.tfvars", "a = \"least\"\n")], asked);
    assert_eq!(text(&document, "t.r", "a"), "file");
    assert_eq!(text(&document, "t.r", "b"), "typed");
}

#[test]
fn modules_answer_with_outputs_of_every_form() {
    let (_kept, document) = folder(&[
        (
            "main.tf",
            r#"
module "counted" {
  source = "./m"
  count  = 2
  x      = "n${count.index}"
}
module "keyed" {
  source    = "./m"
  for_each  = toset(["a", "b"])
  x         = each.key
  providers = { aws = aws.far }
}
resource "t" "r" {
  first  = module.counted[0].deep.x
  all    = join(",", module.counted[*].x)
  key    = module.keyed["b"].x
  values = join(",", [for k, m in module.keyed : "${k}=${m.x}"])
  id     = module.counted[1].id
}
"#,
        ),
        (
            "m/main.tf",
            "variable \"x\" {}\nresource \"t\" \"inner\" {\n  x = var.x\n}\noutput \"x\" {\n  value = var.x\n}\noutput \"deep\" {\n  value = { x = t.inner.x }\n}\noutput \"id\" {\n  value = t.inner.id\n}\n",
        ),
    ]);
    assert_eq!(problems(&document), Vec::<String>::new());
    let value = |name: &str| text(&document, "t.r", name);
    assert_eq!([value("first"), value("all"), value("key"), value("values")], ["n0", "n0,n1", "b", "a=a,b=b"]);
    let id = attribute(&document, "t.r", "id").unwrap();
    assert_eq!(id.as_unresolved().unwrap().cause.name(), "module.counted[1].t.inner.id");
}
