//! What is known of values that files do not tell, and that no value in their place contradicts it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use gapcheck::collect::{WalkOptions, collect_text};
use gapcheck::model::{Choice, Document, EvidenceKind, Node, Shape, Value};
use serde_json::json;

fn document(text: &str) -> Document {
    collect_text("main.tf".into(), text.as_bytes().to_vec(), &WalkOptions::default()).unwrap()
}

fn fact(document: &Document, kind: EvidenceKind, name: &str) -> Node {
    document.evidence.iter().find(|it| it.kind == kind).unwrap().facts.get(name).unwrap().clone()
}

#[test]
fn one_of_a_few_values_is_kept_and_taken_further() {
    let document = document(
        r#"
variable "env" {}
locals {
  days = { dev = 3, prod = 30 }
}
resource "aws_kms_key" "k" {}
resource "aws_db_instance" "a" {
  backup_retention_period = local.days[var.env] + 5
  storage_encrypted       = var.env == "prod" ? "true" : true
  deletion_protection     = var.env == "prod" ? false : null
  multi_az                = lookup({ dev = false, prod = true }, var.env, true)
  kms_key_id              = var.env == "prod" ? aws_kms_key.k.arn : null
}
"#,
    );
    let fact = |name| fact(&document, EvidenceKind::Database, name);
    let choices = |name| match fact(name).as_unresolved().unwrap().shape.clone() {
        Shape::OneOf(choices) => choices.to_vec(),
        other => panic!("{other:?}"),
    };
    let known = |it: serde_json::Value| Choice::Value(it);
    assert_eq!(choices("backup_retention_days"), [known(json!(8)), known(json!(35))]);
    assert_eq!(fact("encrypted").value, Value::Bool(true));
    // Without a value the provider's default holds.
    assert_eq!(fact("deletion_protection").value, Value::Bool(false));
    assert_eq!(choices("multi_zone"), [known(json!(false)), known(json!(true))]);
    assert_eq!(choices("kms_key"), [Choice::Open(Shape::Reference), known(json!(null))]);
}
