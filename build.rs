//! Lists the files of `policies/` for the program to carry: the folder is the registry.

use std::env;
use std::fmt::Write;
use std::fs;

use walkdir::WalkDir;

fn main() {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets it") + "/policies";
    let mut files = Vec::new();
    for entry in WalkDir::new(&root).sort_by_file_name() {
        let entry = entry.expect("the policies folder is readable");
        println!("cargo:rerun-if-changed={}", entry.path().display());
        let is_listed = entry.path().extension().is_some_and(|it| it == "rego" || it == "json" || it == "toml");
        if entry.file_type().is_file() && is_listed {
            files.push(entry.path().to_str().expect("policy paths are UTF-8").replace('\\', "/"));
        }
    }
    let root = root.replace('\\', "/");
    let mut table = String::from("&[\n");
    for path in files {
        let name = path.strip_prefix(&root).map_or(path.as_str(), |it| it.trim_start_matches('/'));
        writeln!(table, "    ({name:?}, include_str!({path:?})),").expect("writing to a string succeeds");
    }
    table.push(']');
    let out = env::var("OUT_DIR").expect("cargo sets it") + "/policies.rs";
    fs::write(out, table).expect("the build folder is writable");
}
