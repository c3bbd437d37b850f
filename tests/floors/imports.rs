//! Which file uses which: `use` and inline paths, re-exports followed to the file that defines.

use std::collections::{BTreeMap, BTreeSet};

use super::code::{Tree, folder, is_word};

/// For each file the files it uses.
pub(super) type Graph = BTreeMap<String, BTreeSet<String>>;

/// What is known of a module: its file, its children and what it hands on.
#[derive(Default)]
struct Module {
    file: String,
    children: BTreeSet<String>,
    /// Name to the path it stands for.
    exports: BTreeMap<String, Vec<String>>,
    uses: Vec<Vec<String>>,
}

/// The files and their uses of each other. `code` has no comments and no tests.
pub(super) fn graph(code: &Tree) -> Graph {
    let mut modules: BTreeMap<Vec<String>, Module> = BTreeMap::new();
    for path in code.keys().filter(|it| *it != "main.rs") {
        let module = module_of(path);
        if let Some((name, parent)) = module.split_last() {
            modules.entry(parent.to_vec()).or_default().children.insert(name.clone());
        }
        modules.entry(module).or_default().file = path.clone();
    }
    for (path, text) in code.iter().filter(|(path, _)| *path != "main.rs") {
        let module = module_of(path);
        let children = modules.get(&module).map(|it| it.children.clone()).unwrap_or_default();
        let (exports, uses) = mentions(text, &module, &children);
        if let Some(it) = modules.get_mut(&module) {
            it.exports = exports;
            it.uses = uses;
        }
    }
    modules
        .values()
        .filter(|it| !it.file.is_empty())
        .map(|it| {
            let used = it.uses.iter().filter_map(|path| file_of(path, &modules, 0)).filter(|file| *file != it.file);
            (it.file.clone(), used.collect())
        })
        .collect()
}

/// Circles, each cut open before the next is looked for.
pub(super) fn circles(graph: &Graph) -> Vec<Vec<String>> {
    let (mut graph, mut found) = (graph.clone(), Vec::new());
    while let Some(way) = circle(&graph) {
        if let [.., last, first] = way.as_slice()
            && let Some(used) = graph.get_mut(last)
        {
            used.remove(first);
        }
        found.push(way);
    }
    found
}

/// A way round the graph, if there is one: the files in order, the first again at the end.
fn circle(graph: &Graph) -> Option<Vec<String>> {
    fn visit(file: &str, graph: &Graph, trail: &mut Vec<String>, done: &mut BTreeSet<String>) -> Option<Vec<String>> {
        if let Some(at) = trail.iter().position(|it| it == file) {
            return Some(trail[at..].iter().cloned().chain([file.to_owned()]).collect());
        }
        if done.contains(file) {
            return None;
        }
        trail.push(file.to_owned());
        let found = graph.get(file).into_iter().flatten().find_map(|it| visit(it, graph, trail, done));
        trail.pop();
        done.insert(file.to_owned());
        found
    }
    let mut done = BTreeSet::new();
    graph.keys().find_map(|it| visit(it, graph, &mut Vec::new(), &mut done))
}

fn module_of(path: &str) -> Vec<String> {
    folder(path).split('/').filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// The file that defines what an absolute path names.
fn file_of(path: &[String], modules: &BTreeMap<Vec<String>, Module>, depth: usize) -> Option<String> {
    let known = (0..=path.len()).rev().find(|it| modules.contains_key(&path[..*it]))?;
    let module = modules.get(&path[..known])?;
    let exported = path.get(known).and_then(|name| module.exports.get(name));
    match exported.filter(|_| depth < 8) {
        Some(target) => {
            let target: Vec<_> = target.iter().chain(path.get(known + 1..).unwrap_or_default()).cloned().collect();
            file_of(&target, modules, depth + 1).or_else(|| Some(module.file.clone()))
        }
        None => Some(module.file.clone()).filter(|it| !it.is_empty() && it != "lib.rs"),
    }
}

type Mentions = (BTreeMap<String, Vec<String>>, Vec<Vec<String>>);

/// What a file hands on by `pub use`, and what it uses itself.
fn mentions(code: &str, module: &[String], children: &BTreeSet<String>) -> Mentions {
    let (mut exports, mut uses, mut rest) = (BTreeMap::new(), Vec::new(), String::new());
    let mut text = code;
    while let Some(at) = use_at(text) {
        let (before, after) = text.split_at(at);
        let (statement, following) = after.split_once(';').unwrap_or((after, ""));
        let line = before.rsplit('\n').next().unwrap_or_default();
        let is_export = line.trim_start().starts_with("pub");
        for (name, path) in expanded(statement.trim_start_matches("use").trim()) {
            let Some(path) = absolute(&path, module, children) else { continue };
            if is_export {
                exports.insert(name, path);
            } else {
                uses.push(path);
            }
        }
        rest.push_str(before);
        text = following;
    }
    rest.push_str(text);
    uses.extend(inline(&rest).iter().filter_map(|it| absolute(it, module, children)));
    (exports, uses)
}

/// Where the next `use` begins.
fn use_at(text: &str) -> Option<usize> {
    text.match_indices("use ").map(|(at, _)| at).find(|at| {
        let line = text[..*at].rsplit('\n').next().unwrap_or_default().trim();
        line.is_empty() || (line.starts_with("pub") && line.chars().all(|it| is_word(it) || "() :".contains(it)))
    })
}

/// `a::{b, c::d as e}` as names and paths.
fn expanded(tree: &str) -> Vec<(String, Vec<String>)> {
    let Some((prefix, inside)) = tree.split_once('{') else {
        let (path, name) = tree.split_once(" as ").unwrap_or((tree, ""));
        let mut path: Vec<String> = segments(path);
        if path.last().is_some_and(|it| it == "self" && path.len() > 1) {
            path.pop();
        }
        let name = if name.is_empty() { path.last().cloned().unwrap_or_default() } else { name.trim().to_owned() };
        return vec![(name, path)];
    };
    let inside = inside.rsplit_once('}').map_or(inside, |it| it.0);
    let (mut parts, mut depth, mut part) = (Vec::new(), 0, String::new());
    for it in inside.chars() {
        depth += i32::from(it == '{') - i32::from(it == '}');
        if it == ',' && depth == 0 {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(it);
        }
    }
    parts.push(part);
    let below = parts.iter().map(|it| it.trim()).filter(|it| !it.is_empty());
    below.flat_map(|it| expanded(&format!("{}{it}", prefix.trim()))).collect()
}

/// Paths in expressions and types: `crate::model::Notice`, `super::flips::flips`, `compose::COLLECTOR`.
fn inline(code: &str) -> Vec<Vec<String>> {
    // `pub(in crate::collect)` says who may use it, not whom it uses.
    let code = code.replace("pub(in crate::", "pub(in ");
    let words = code.split(|it: char| !is_word(it) && it != ':').filter(|it| it.contains("::"));
    words.map(segments).filter(|it| it.len() > 1).collect()
}

fn segments(path: &str) -> Vec<String> {
    path.split("::").map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// A path from the crate's root; nothing for what is not ours.
fn absolute(path: &[String], module: &[String], children: &BTreeSet<String>) -> Option<Vec<String>> {
    let (first, rest) = path.split_first()?;
    match first.as_str() {
        "crate" => Some(rest.to_vec()),
        "self" => Some([module, rest].concat()),
        "super" => {
            let parent = module.split_last().map(|it| it.1)?;
            match rest.first().map(String::as_str) {
                Some("super") => absolute(rest, parent, children),
                _ => Some([parent, rest].concat()),
            }
        }
        child if children.contains(child) => Some([module, path].concat()),
        _ => None,
    }
}
