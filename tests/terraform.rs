//! Terraform's language: each documented expression and function by a table, and input that would hang or overflow.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use gapcheck::collect::{WalkOptions, collect_text};
use gapcheck::model::{Cause, Document, Node, Value};
use serde_json::json;

fn document(text: &str) -> Document {
    collect_text("main.tf".into(), text.as_bytes().to_vec(), &WalkOptions::default()).unwrap()
}

fn attribute(document: &Document, address: &str, name: &str) -> Option<Node> {
    let evidence = document.evidence.iter().find(|it| it.id.ends_with(&format!("#resource.{address}")))?;
    evidence.facts.get("attributes")?.get(name).cloned()
}

fn plain(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null => json!(null),
        Value::Bool(it) => json!(it),
        Value::Number(it) => json!(it),
        Value::String(it) => json!(&**it),
        Value::List(items) => items.iter().map(plain).collect(),
        Value::Map(map) => {
            serde_json::Value::Object(map.entries.iter().map(|it| (it.name.to_string(), plain(&it.node))).collect())
        }
        Value::Unresolved(it) => json!({"?": it.cause.name()}),
        Value::Redacted => json!("<redacted>"),
    }
}

fn check(table: &str) {
    let scope = include_str!("terraform/scope.tf");
    let rows: Vec<(&str, &str)> =
        table.lines().filter(|it| !it.starts_with('#')).filter_map(|it| it.rsplit_once(" => ")).collect();
    let mut text = format!("{scope}\nresource \"t_case\" \"c\" {{\n");
    for (at, (expression, _)) in rows.iter().enumerate() {
        text.push_str(&format!("  v{at} = {expression}\n"));
    }
    text.push_str("}\n");
    let document = document(&text);
    let problems: Vec<_> = document.ledger.files.iter().flat_map(|it| &it.problems).collect();
    assert!(problems.is_empty(), "{problems:#?}");
    let mut wrong = Vec::new();
    for (at, (expression, expected)) in rows.iter().enumerate() {
        let node = attribute(&document, "t_case.c", &format!("v{at}"));
        let right = match (&node, expected.split_at(1)) {
            (Some(node), ("!", _)) => matches!(node.as_unresolved().map(|it| &it.cause), Some(Cause::Expression(_))),
            (Some(node), ("?", cause)) => node.as_unresolved().is_some_and(|it| it.cause.name() == cause.trim()),
            (Some(node), _) => plain(node) == serde_json::from_str::<serde_json::Value>(expected).unwrap(),
            (None, _) => *expected == "null",
        };
        if !right {
            wrong.push(format!("{expression} => {:?}, expected {expected}", node.as_ref().map(plain)));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn functions_give_their_documented_results() {
    check(include_str!("terraform/functions.txt"));
}

#[test]
fn every_documented_function_is_in_the_table() {
    let table = include_str!("terraform/functions.txt");
    let called = |name: &&str| {
        table.match_indices(&format!("{name}(")).any(|(at, _)| {
            let before = table.get(..at).unwrap().chars().next_back();
            before.is_none_or(|it| !it.is_alphanumeric() && it != '_' && it != ':')
        })
    };
    let missing: Vec<_> = include_str!("terraform/names.txt").split_whitespace().filter(|it| !called(it)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn expressions_keep_what_is_known() {
    check(include_str!("terraform/expressions.txt"));
}

fn problems(document: &Document) -> Vec<String> {
    let all = document.ledger.files.iter().flat_map(|it| &it.problems);
    all.map(|it| format!("{}:{}", it.message, it.location.as_ref().map_or(0, |it| it.start.line))).collect()
}

#[test]
fn locals_that_refer_to_themselves_are_a_problem_at_their_place() {
    let document = document("locals {\n  a = local.b\n  b = local.a\n}\nresource \"t\" \"n\" {\n  x = local.a\n}\n");
    assert_eq!(problems(&document), ["local.a refers to itself:3"]);
    assert!(attribute(&document, "t.n", "x").unwrap().as_unresolved().is_some());
}

#[test]
fn a_chain_of_ten_thousand_locals_ends() {
    let mut text = String::from("locals {\n  l0 = 1\n");
    for at in 1..10_000 {
        text.push_str(&format!("  l{at} = local.l{}\n", at - 1));
    }
    text.push_str("}\nresource \"t\" \"n\" {\n  x = local.l9999\n}\n");
    let document = document(&text);
    assert!(matches!(attribute(&document, "t.n", "x").unwrap().as_unresolved().unwrap().cause, Cause::Limit(_)));
}

#[test]
fn values_that_double_stay_bounded() {
    let mut text = String::from("locals {\n  s0 = \"xxxxxxxxxx\"\n  o0 = { a = 1 }\n  l0 = [1, 2]\n");
    for at in 1..100 {
        let before = at - 1;
        text.push_str(&format!("  s{at} = \"${{local.s{before}}}${{local.s{before}}}\"\n"));
        text.push_str(&format!("  o{at} = {{ a = local.o{before}, b = local.o{before} }}\n"));
        text.push_str(&format!("  l{at} = concat(local.l{before}, local.l{before})\n"));
    }
    text.push_str("}\nresource \"t\" \"n\" {\n  s = local.s99\n  o = local.o99\n  l = local.l99\n}\n");
    let document = document(&text);
    for name in ["s", "o", "l"] {
        assert!(attribute(&document, "t.n", name).unwrap().as_unresolved().is_some(), "{name}");
    }
}

#[test]
fn a_hundred_thousand_elements_stay_one_symbolic_instance() {
    let keys = (0..100_000).map(|it| format!("\"k{it}\"")).collect::<Vec<_>>().join(",");
    let text = format!("resource \"t\" \"n\" {{\n  for_each = toset([{keys}])\n  x = each.key\n}}\n");
    let document = document(&text);
    assert!(attribute(&document, "t.n[*]", "x").unwrap().as_unresolved().is_some());
}

#[test]
fn unknown_counts_make_one_symbolic_instance() {
    let text = "variable \"n\" {}\nresource \"t\" \"n\" {\n  count = var.n\n  x = \"a\"\n}\nresource \"u\" \"m\" {\n  y = t.n[0].id\n}\n";
    let document = document(text);
    assert_eq!(plain(&attribute(&document, "t.n[*]", "x").unwrap()), json!("a"));
    let y = attribute(&document, "u.m", "y").unwrap();
    assert_eq!(y.as_unresolved().unwrap().cause, Cause::AfterApply("t.n[*].id".into()));
}

#[test]
fn a_hundred_thousand_resources_are_read() {
    let text = (0..100_000).map(|it| format!("resource \"t\" \"n{it}\" {{\n  x = 1\n}}\n")).collect::<String>();
    let document = document(&text);
    assert_eq!(document.evidence.len(), 100_000);
}

#[test]
fn values_are_shown_in_the_block_and_tell_where_they_come_from() {
    let text = "variable \"acl\" {\n  default = \"private\"\n}\nresource \"t\" \"n\" {\n  acl = var.acl\n}\n";
    let document = document(text);
    let node = attribute(&document, "t.n", "acl").unwrap();
    assert_eq!(text.get(node.span.range()), Some("var.acl"));
    assert_eq!(node.name_span.and_then(|it| text.get(it.range())), Some("acl"));
    let via = node.via.unwrap();
    assert_eq!(&*via[0].note, "the default of var.acl");
    assert_eq!(text.get(via[0].span.range()), Some("\"private\""));
}

#[test]
fn a_heredoc_of_json_keeps_the_place_of_each_part() {
    let text = "resource \"t\" \"n\" {\n  policy = <<-EOT\n    {\n      \"Effect\": \"Allow\",\n      \"Resource\": \"${t.b.arn}/*\"\n    }\n  EOT\n}\nresource \"t\" \"b\" {}\n";
    let document = document(text);
    let policy = attribute(&document, "t.n", "policy").unwrap();
    let effect = policy.get("Effect").unwrap();
    assert_eq!(text.get(effect.span.range()), Some("\"Allow\""));
    assert_eq!(effect.name_span.and_then(|it| text.get(it.range())), Some("\"Effect\""));
    assert_eq!(policy.get("Resource").unwrap().as_unresolved().unwrap().cause, Cause::AfterApply("t.b.arn".into()));
}

fn folder(files: &[(&str, &str)]) -> (tempfile::TempDir, Document) {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let root = folder.path().to_str().unwrap().into();
    let document = gapcheck::collect::collect(&[root], &WalkOptions::default()).unwrap();
    (folder, document)
}

fn resources(document: &Document) -> Vec<&str> {
    let all = document.evidence.iter().filter(|it| it.kind == gapcheck::model::EvidenceKind::Resource);
    all.map(|it| it.id.trim_start_matches("terraform:")).collect()
}

#[test]
fn a_module_called_twice_is_evaluated_twice_and_is_no_root() {
    let (_kept, document) = folder(&[
        (
            "live/main.tf",
            "module \"a\" {\n  source = \"../mod\"\n  x = \"1\"\n}\nmodule \"b\" {\n  source = \"../mod\"\n  x = module.a.out\n}\n",
        ),
        (
            "mod/main.tf",
            "variable \"x\" {}\nresource \"t\" \"r\" {\n  v = var.x\n}\noutput \"out\" {\n  value = \"${t.r.v}0\"\n}\n",
        ),
    ]);
    assert_eq!(resources(&document), ["live#resource.module.a.t.r", "live#resource.module.b.t.r"]);
    assert_eq!(plain(&attribute(&document, "module.b.t.r", "v").unwrap()), json!("10"));
    let second = document.evidence.iter().find(|it| it.id.ends_with("module.b.t.r")).unwrap();
    assert_eq!(&*second.called_from[0].note, "module b is called here");
}

#[test]
fn modules_that_call_themselves_are_a_problem_at_the_call() {
    let (_kept, document) = folder(&[
        ("a/main.tf", "module \"b\" {\n  source = \"../b\"\n}\nresource \"t\" \"a\" {}\n"),
        ("b/main.tf", "module \"a\" {\n  source = \"../a\"\n}\nresource \"t\" \"b\" {}\n"),
        ("c/main.tf", "module \"c\" {\n  source = \"./\"\n}\nresource \"t\" \"c\" {}\n"),
    ]);
    assert_eq!(problems(&document), ["module a calls itself:2", "module c calls itself:2"]);
    assert_eq!(resources(&document), ["a#resource.module.b.t.b", "a#resource.t.a", "c#resource.t.c"]);
}

#[test]
fn values_files_and_overrides_are_laid_over() {
    let (_kept, document) = folder(&[
        (
            "main.tf",
            "variable \"a\" {}\nvariable \"b\" {}\nresource \"t\" \"r\" {\n  a = var.a\n  b = var.b\n  c = 1\n}\n",
        ),
        ("terraform.tfvars", "a = \"first\"\nb = \"kept\"\n"),
        ("x.auto.tfvars", "a = \"second\"\n"),
        ("other.tfvars", "b = \"unused\"\n"),
        ("override.tf", "resource \"t\" \"r\" {\n  c = 2\n}\n"),
    ]);
    let value = |name| plain(&attribute(&document, "t.r", name).unwrap());
    assert_eq!((value("a"), value("b"), value("c")), (json!("second"), json!("kept"), json!(2)));
    let via = attribute(&document, "t.r", "a").unwrap().via.unwrap();
    assert_eq!(&*via[0].note, "set in x.auto.tfvars");
}

#[test]
fn a_file_cut_in_half_keeps_what_stands_before_the_cut() {
    let text = "resource \"t\" \"a\" {\n  x = 1\n}\nresource \"t\" \"b\" {\n  y = [\n";
    let document = document(text);
    assert_eq!(problems(&document), ["a bracket is not closed:4"]);
    assert_eq!(resources(&document).len(), 1);
}

#[test]
fn the_json_form_says_the_same() {
    let text = r#"{
  "variable": {"name": {"type": "string", "default": "logs"}},
  "locals": {"tags": {"team": "${var.name}-team"}},
  "resource": {
    "aws_s3_bucket": {
      "logs": {
        "bucket": "${var.name}",
        "tags": "${local.tags}",
        "versioning": {"enabled": true},
        "grant": [{"type": "a"}, {"type": "b"}]
      }
    }
  }
}"#;
    let (_kept, document) = folder(&[("main.tf.json", text)]);
    assert_eq!(problems(&document), Vec::<String>::new());
    let value = |name| attribute(&document, "aws_s3_bucket.logs", name).unwrap();
    assert_eq!(plain(&value("bucket")), json!("logs"));
    assert_eq!(text.get(value("bucket").span.range()), Some("\"${var.name}\""));
    assert_eq!(plain(&value("tags")), json!({"team": "logs-team"}));
    assert_eq!(plain(&value("versioning")), json!([{"enabled": true}]));
    assert_eq!(plain(&value("grant")), json!([{"type": "a"}, {"type": "b"}]));
}

#[test]
fn files_that_are_read_belong_to_what_reads_them() {
    let (_kept, document) = folder(&[
        (
            "main.tf",
            "resource \"t\" \"r\" {\n  a = file(\"${path.module}/policy.json\")\n  b = templatefile(\"x.tftpl\", { n = 1 })\n  c = file(\"missing.txt\")\n}\n",
        ),
        ("policy.json", "{\"Statement\": [{\"Effect\": \"Deny\"}]}"),
        ("x.tftpl", "n is ${n}"),
        ("policies/unused.json", "{\"Statement\": [{\"Effect\": \"Allow\"}]}"),
    ]);
    let value = |name| plain(&attribute(&document, "t.r", name).unwrap());
    assert_eq!(value("a"), json!("{\"Statement\": [{\"Effect\": \"Deny\"}]}"));
    assert_eq!(value("b"), json!("n is 1"));
    assert_eq!(value("c"), json!({"?": "the file missing.txt"}));
    let skipped: Vec<_> = document.ledger.files.iter().filter_map(|it| it.reason.as_deref()).collect();
    assert_eq!(skipped, ["no Terraform configuration reads it"]);
}

#[test]
fn abuse_of_functions_and_repetition_is_bounded_where_it_stands() {
    let quotes = "[".repeat(2_000) + &"]".repeat(2_000);
    let text = format!(
        r#"
resource "t" "r" {{
  width    = format("%999999999d", 1)
  depth    = {quotes}
  product  = setproduct(range(1000), range(1000), range(1000))
  indented = indent(1000000, "a\nb")
  replaced = replace(join("", [for i in range(1000) : "aaaaaaaaaa"]), "a", join("", [for i in range(1000) : "aaaaaaaaaa"]))
  nested   = [for a in range(100) : [for b in range(100) : [for c in range(100) : c]]]
  ranged   = range(1000000000)
}}
resource "t" "many" {{
  count = 1000000000
  x     = count.index
}}
resource "t" "negative" {{
  count = -1
}}
resource "t" "wrong" {{
  for_each = 5
}}
resource "t" "after" {{
  x = 1
}}
"#
    );
    let document = document(&text);
    assert_eq!(plain(&attribute(&document, "t.after", "x").unwrap()), json!(1));
    for name in ["width", "product", "indented", "replaced", "nested", "ranged"] {
        if let Some(node) = attribute(&document, "t.r", name) {
            assert!(node.as_unresolved().is_some(), "{name}");
        }
    }
    assert!(attribute(&document, "t.many[*]", "x").is_some());
}

#[test]
fn a_template_that_renders_itself_is_a_problem() {
    let (_kept, document) = folder(&[
        ("main.tf", "resource \"t\" \"r\" {\n  x = templatefile(\"loop.tftpl\", {})\n}\n"),
        ("loop.tftpl", "${templatefile(\"loop.tftpl\", {})}${templatefile(\"loop.tftpl\", {})}"),
    ]);
    assert!(problems(&document).iter().any(|it| it.starts_with("templates render templates without end")));
    assert!(attribute(&document, "t.r", "x").unwrap().as_unresolved().is_some());
}

#[test]
fn a_heredoc_of_megabytes_is_one_text() {
    let text = format!("resource \"t\" \"r\" {{\n  x = <<EOT\n{}EOT\n  y = 1\n}}\n", "line of text\n".repeat(200_000));
    let document = document(&text);
    assert_eq!(plain(&attribute(&document, "t.r", "y").unwrap()), json!(1));
}

#[test]
fn modules_that_call_modules_widely_are_bounded() {
    let mut files: Vec<(String, String)> = Vec::new();
    for at in 0..12 {
        let calls: String =
            (0..6).map(|it| format!("module \"m{it}\" {{\n  source = \"../m{}\"\n}}\n", at + 1)).collect();
        files.push((format!("m{at}/main.tf"), calls));
    }
    files.push(("m12/main.tf".to_owned(), "resource \"t\" \"r\" {\n  x = 1\n}\n".to_owned()));
    let borrowed: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let (_kept, document) = folder(&borrowed);
    assert!(problems(&document).iter().any(|it| it.contains("more than")), "{:?}", problems(&document));
}
