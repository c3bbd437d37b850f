//! Makes what the program carries of `policies/`: the folder is the registry. The files go in as they are; METADATA
//! and frameworks also in a form that need not be parsed at every start. A test holds the forms to each other.

use std::env;
use std::fmt::Write;
use std::fs;

use serde_json::Value;
use walkdir::WalkDir;

fn main() {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets it") + "/policies";
    let files = files(&root);
    let named = |file: &String| {
        let root = root.replace('\\', "/");
        file.strip_prefix(&root).map_or(file.as_str(), |it| it.trim_start_matches('/')).to_owned()
    };
    let mut listed = String::from("&[\n");
    let mut annotations = String::from("&[\n");
    let mut frameworks = String::from("&[\n");
    for file in &files {
        let name = named(file);
        writeln!(listed, "    ({name:?}, include_str!({file:?})),").expect(WRITES);
        if name.ends_with(".rego") && !name.ends_with("_test.rego") {
            let annotation = annotation(&read(file)).and_then(|it| packed(&it));
            writeln!(annotations, "    {:?},", annotation.unwrap_or_default()).expect(WRITES);
        } else {
            annotations.push_str("    \"\",\n");
        }
        if let Some(id) = name.strip_prefix("frameworks/").and_then(|it| it.strip_suffix(".toml")) {
            let framework: Value = toml_edit::de::from_str(&read(file)).expect("a framework is valid TOML");
            writeln!(frameworks, "    ({id:?}, {:?}),", framework.to_string()).expect(WRITES);
        }
    }
    for (name, mut table) in [("policies", listed), ("annotations", annotations), ("frameworks", frameworks)] {
        table.push(']');
        let out = format!("{}/{name}.rs", env::var("OUT_DIR").expect("cargo sets it"));
        fs::write(out, table).expect("the build folder is writable");
    }
}

const WRITES: &str = "writing to a string succeeds";

fn files(root: &str) -> Vec<String> {
    let mut files = Vec::new();
    for entry in WalkDir::new(root).sort_by_file_name() {
        let entry = entry.expect("the policies folder is readable");
        println!("cargo:rerun-if-changed={}", entry.path().display());
        let is_listed = entry.path().extension().is_some_and(|it| it == "rego" || it == "json" || it == "toml");
        if entry.file_type().is_file() && is_listed {
            files.push(entry.path().to_str().expect("policy paths are UTF-8").replace('\\', "/"));
        }
    }
    files
}

#[expect(clippy::disallowed_methods, reason = "the build reads the policies folder")]
fn read(file: &str) -> String {
    fs::read_to_string(file).expect("a policy file is readable")
}

/// The METADATA comment above the package. What is no YAML is left to the program, which tells where and why.
fn annotation(text: &str) -> Option<Value> {
    let comment = text.split_once("# METADATA\n")?.1;
    let lines = comment.lines().take_while(|it| it.starts_with('#')).map(|it| it.trim_start_matches('#'));
    let yaml: Vec<&str> = lines.map(|it| it.strip_prefix(' ').unwrap_or(it)).collect();
    yaml_serde::from_str(&yaml.join("\n")).ok()
}

/// The annotation as one text, which the program takes apart: parts end with [`PART`], the items of a part with [`ITEM`],
/// and what an item is made of with [`PIECE`]. Tables of constants would be moved into place at every start.
fn packed(annotation: &Value) -> Option<String> {
    let custom = annotation.get("custom")?;
    let criteria = custom.get("criteria")?.as_array()?.iter().map(|link| {
        let piece = |name: &str| text(link.get(name)?);
        Some([piece("id")?, piece("aspect")?, piece("strength")?, piece("because")?].join(PIECE))
    });
    let remediation = custom.get("remediation")?.as_object()?.iter();
    let remediation = remediation.map(|(format, it)| Some([format, text(it)?].join(PIECE)));
    let aliases = custom.get("aliases").and_then(Value::as_object).into_iter().flatten();
    let aliases = aliases.map(|(tool, ids)| Some([vec![tool.as_str()], texts(Some(ids))?].concat().join(PIECE)));
    let parts = [
        text(annotation.get("title")?)?.to_owned(),
        text(annotation.get("description")?)?.to_owned(),
        ended(texts(annotation.get("related_resources"))?),
        text(custom.get("id")?)?.to_owned(),
        text(custom.get("severity")?)?.to_owned(),
        ended(criteria.collect::<Option<Vec<_>>>()?),
        text(custom.get("tests")?)?.to_owned(),
        ended(texts(custom.get("reads"))?),
        ended(remediation.collect::<Option<Vec<_>>>()?),
        ended(aliases.collect::<Option<Vec<_>>>()?),
        text(custom.get("since")?)?.to_owned(),
    ];
    Some(parts.join(PART))
}

const PART: &str = "\u{1d}";
const ITEM: &str = "\u{1e}";
const PIECE: &str = "\u{1f}";

/// The items, each with its end, so that none and an empty one differ.
fn ended<S: AsRef<str>>(items: Vec<S>) -> String {
    items.iter().flat_map(|it| [it.as_ref(), ITEM]).collect()
}

/// A text that holds no mark; any other is left to the program.
fn text(value: &Value) -> Option<&str> {
    value.as_str().filter(|it| ![PART, ITEM, PIECE].iter().any(|mark| it.contains(mark)))
}

/// A list of texts; a number that YAML made of an id is none, and is left to the program.
fn texts(value: Option<&Value>) -> Option<Vec<&str>> {
    value.and_then(Value::as_array).into_iter().flatten().map(text).collect()
}
