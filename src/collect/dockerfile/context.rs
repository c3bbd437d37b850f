//! What a build takes from its context as a whole, and what `.dockerignore` keeps out of that.

use camino::{Utf8Path, Utf8PathBuf};
use globset::GlobBuilder;

use super::stages::Build;
use crate::collect::pipeline::facts::unresolved;
use crate::collect::target::{SourceFile, Target};
use crate::model::{Cause, Entry, Node, Shape, Span};

pub(super) const IGNORES: &str = ".dockerignore";

/// What lies in a folder that people work in, and belongs in no image: the probe, and what it stands for.
const PRIVATE: &[&str] = &[".git/config", ".env"];

/// The facts of a build that copies all of its context; none of one that does not.
pub(super) fn facts(target: &Target, file: &SourceFile, build: &Build<'_>) -> Vec<Entry> {
    let Some(at) = copies_all(build) else { return Vec::new() };
    let mut facts = vec![Entry::new("copies_context", Node::new(true, at))];
    let rules = rules(target, &file.path);
    let taken_in = match rules {
        None if !target.whole_repository => {
            let cause = Cause::OutOfScope(format!("the {IGNORES} of the folder that it is built in"));
            unresolved(cause, Shape::List, at)
        }
        _ => {
            let text = rules.map_or("", |it| &it.text);
            let open = PRIVATE.iter().filter(|it| !is_left_out(text, Utf8Path::new(*it)));
            let names = open.map(|it| it.split('/').next().unwrap_or(it));
            Node::list(names.map(|it| Node::new(it, at)).collect(), at)
        }
    };
    facts.push(Entry::new("private_context", taken_in.named(at)));
    facts
}

/// The rules for a Dockerfile: those beside it under its name, or those of the nearest folder, since a build's context
/// is the folder of the Dockerfile or one above it.
fn rules<'a>(target: &'a Target, path: &Utf8Path) -> Option<&'a SourceFile> {
    let own = Utf8PathBuf::from(format!("{path}{IGNORES}"));
    let above = path.ancestors().skip(1).map(|it| it.join(IGNORES));
    [own].into_iter().chain(above).find_map(|it| target.file(&it))
}

/// Whether the rules leave a path out; the last one that fits decides. Patterns begin at the root of the context.
fn is_left_out(text: &str, path: &Utf8Path) -> bool {
    let mut is_out = false;
    for line in text.lines().map(str::trim).filter(|it| !it.is_empty() && !it.starts_with('#')) {
        let (pattern, leaves_out) = match line.strip_prefix('!') {
            Some(rest) => (rest.trim(), false),
            None => (line, true),
        };
        let pattern = pattern.trim_start_matches("./").trim_matches('/');
        let glob = GlobBuilder::new(pattern).literal_separator(true).backslash_escape(true).build();
        let Ok(glob) = glob.map(|it| it.compile_matcher()) else { continue };
        if pattern == "." || path.ancestors().any(|it| !it.as_str().is_empty() && glob.is_match(it.as_std_path())) {
            is_out = leaves_out;
        }
    }
    is_out
}

/// Where the context as a whole is copied into the final stage, or into one that it is built from.
fn copies_all(build: &Build<'_>) -> Option<Span> {
    let kept = build.lineage().into_iter().rev().filter_map(|it| build.stages.get(it));
    let copies = kept
        .flat_map(|it| it.instructions.iter())
        .filter(|it| matches!(it.name.as_str(), "ADD" | "COPY") && it.flag("from").is_none() && !it.on_build);
    copies.into_iter().find_map(|it| {
        let words = it.exec.clone().unwrap_or_else(|| it.arguments.words(build.escape));
        let (_, sources) = words.split_last()?;
        let whole = sources.iter().find(|it| matches!(it.text.as_str(), "." | "./" | "/" | "*" | "./*"));
        whole.map(|source| it.name_span.to(source.span))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_fit_what_docker_says_of_them() {
        let cases: &[(&str, &str, bool)] = &[
            (".git", ".git/config", true),
            ("*", ".env", true),
            ("*\n!.env", ".env", false),
            ("**/.env", ".env", true),
            ("*/.env*", ".env", false),
            (".env*", ".env", true),
            ("/.env", ".env", true),
            ("# .env", ".env", false),
            ("**", ".git/config", true),
            (".git/\n!.git/config", ".git/config", false),
            ("**/*.env", "a/.env", true),
            ("", ".env", false),
        ];
        for (rules, path, expected) in cases {
            assert_eq!(is_left_out(rules, Utf8Path::new(path)), *expected, "{rules:?} and {path}");
        }
    }
}
