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
            let annotation = annotation(&read(file)).and_then(|it| constant(&it));
            writeln!(annotations, "    {},", annotation.map_or("None".to_owned(), |it| format!("Some({it})")))
                .expect(WRITES);
        } else {
            annotations.push_str("    None,\n");
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

/// The annotation as a constant of the program's `Annotation`.
fn constant(annotation: &Value) -> Option<String> {
    let custom = annotation.get("custom")?;
    let links = custom.get("criteria")?.as_array()?.iter().map(|link| {
        let part = |name: &str| text(link.get(name)?);
        Some(format!("[{}, {}, {}, {}]", part("id")?, part("aspect")?, part("strength")?, part("because")?))
    });
    let links = links.collect::<Option<Vec<_>>>()?.join(", ");
    let remediation = custom.get("remediation")?.as_object()?.iter();
    let remediation = remediation.map(|(format, it)| Some(format!("({format:?}, {})", text(it)?)));
    let remediation = remediation.collect::<Option<Vec<_>>>()?.join(", ");
    let aliases = custom.get("aliases").and_then(Value::as_object).into_iter().flatten();
    let aliases = aliases.map(|(tool, ids)| Some(format!("({tool:?}, {})", texts(Some(ids))?)));
    let aliases = aliases.collect::<Option<Vec<_>>>()?.join(", ");
    Some(format!(
        "Annotation {{ title: {}, description: {}, related_resources: {}, id: {}, severity: {}, criteria: &[{links}], \
         tests: {}, reads: {}, remediation: &[{remediation}], aliases: &[{aliases}], since: {} }}",
        text(annotation.get("title")?)?,
        text(annotation.get("description")?)?,
        texts(annotation.get("related_resources"))?,
        text(custom.get("id")?)?,
        text(custom.get("severity")?)?,
        text(custom.get("tests")?)?,
        texts(custom.get("reads"))?,
        text(custom.get("since")?)?,
    ))
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(|it| format!("{it:?}"))
}

/// A list of texts; a number that YAML made of an id is none, and is left to the program.
fn texts(value: Option<&Value>) -> Option<String> {
    let items = value.and_then(Value::as_array).into_iter().flatten().map(text);
    Some(format!("&[{}]", items.collect::<Option<Vec<_>>>()?.join(", ")))
}
