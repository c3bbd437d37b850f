//! The lines of a CODEOWNERS file, as the platform that reads it understands them.

use crate::collect::target::{SourceFile, Target};
use crate::model::{Node, Problem, Span};

/// Where the platforms look, in their order.
pub(in crate::collect::repository) const PLACES: &[&str] =
    &[".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"];

/// Who reads the file: the rules of the two differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Platform {
    GitHub,
    GitLab,
}

/// A line that gives owners to paths, or takes paths out of a section.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) pattern: Node,
    pub(super) owners: Vec<Node>,
    /// GitLab asks each section for itself; without headings, all lines are one.
    pub(super) section: usize,
    /// `!path`: not for this section's owners.
    pub(super) excludes: bool,
}

/// The file that counts, and who reads it.
pub(super) fn of(target: &Target) -> Option<(&SourceFile, Platform)> {
    let file = PLACES.iter().find_map(|it| target.file((*it).as_ref()))?;
    let has_gitlab = target.has(".gitlab-ci.yml".as_ref());
    let has_github = target.paths.iter().any(|it| it.starts_with(".github"));
    let is_gitlab = file.path.starts_with(".gitlab") || has_gitlab && !has_github;
    Some((file, if is_gitlab { Platform::GitLab } else { Platform::GitHub }))
}

/// The entries in the order of the file. Lines that the platform skips are problems.
pub(super) fn entries(file: &SourceFile, platform: Platform, problems: &mut Vec<Problem>) -> Vec<Entry> {
    let mut start = 0;
    let mut sections: Vec<String> = vec![String::new()];
    let mut section = 0;
    let mut section_owners: Vec<Node> = Vec::new();
    let mut entries = Vec::new();
    for line in file.text.split_inclusive('\n') {
        let words = words(file, line, start);
        let heading = line.trim();
        start += line.len();
        let Some((first, rest)) = words.split_first() else { continue };
        let Some(pattern) = first.as_str() else { continue };
        if platform == Platform::GitLab && (pattern.starts_with('[') || pattern.starts_with("^[")) {
            let name = heading.trim_start_matches('^').trim_start_matches('[').split(']').next().unwrap_or_default();
            let name = name.to_lowercase();
            section = sections.iter().position(|it| *it == name).unwrap_or_else(|| {
                sections.push(name);
                sections.len() - 1
            });
            section_owners = rest.iter().filter(|it| is_owner(it)).cloned().collect();
            continue;
        }
        let excludes = pattern.starts_with('!');
        if platform == Platform::GitHub && (excludes || pattern.contains('[') || pattern.starts_with("\\#")) {
            let message = "GitHub skips this line: it knows no `!`, no `[ ]` and no `\\#`";
            problems.push(Problem::at(first.span, message));
            continue;
        }
        let stranger = rest.iter().find(|it| !is_owner(it));
        if let Some(stranger) = stranger.filter(|_| platform == Platform::GitHub) {
            let message = "GitHub skips this line: this names no user, team or address";
            problems
                .push(Problem::at(stranger.span, message).with_help("write @user, @organization/team or an address"));
            continue;
        }
        let owners: Vec<Node> = rest.iter().filter(|it| is_owner(it)).cloned().collect();
        let owners = if owners.is_empty() { section_owners.clone() } else { owners };
        entries.push(Entry { pattern: first.clone(), owners, section, excludes });
    }
    entries
}

/// `@user`, `@organization/team` or an address.
fn is_owner(word: &Node) -> bool {
    word.as_str().and_then(|it| it.find('@').map(|at| at + 1 < it.len())).unwrap_or(false)
}

/// The words of a line up to its comment, each with its place. A backslash keeps a blank in a word.
fn words(file: &SourceFile, line: &str, start: usize) -> Vec<Node> {
    let mut words = Vec::new();
    let mut from = None;
    let mut escaped = false;
    let mut end = line.len();
    for (at, it) in line.char_indices() {
        if it == '#' && from.is_none() {
            end = at;
            break;
        }
        if it.is_whitespace() && !escaped {
            words.extend(from.take().and_then(|from: usize| word(file, line, start, from..at)));
        } else {
            from.get_or_insert(at);
        }
        escaped = it == '\\' && !escaped;
    }
    words.extend(from.and_then(|from| word(file, line, start, from..end)));
    words
}

fn word(file: &SourceFile, line: &str, start: usize, range: std::ops::Range<usize>) -> Option<Node> {
    let text = line.get(range.clone())?.trim_start_matches('\u{feff}');
    let span = Span::new(file.id, start + range.start..start + range.end);
    (!text.is_empty()).then(|| Node::new(text, span))
}
