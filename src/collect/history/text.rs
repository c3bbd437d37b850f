//! The text that stands for a commit in reports: a commit has no file, and findings need a place.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::log::{Commit, Person};
use crate::model::source::COMMIT;
use crate::model::{Source, SourceId, Span};

/// Digits of a commit's id in the names of places.
const SHORT: usize = 10;

/// The commit as a source of its own: who, when, and the message as it stands.
pub fn source(commit: &Commit) -> Source {
    let id = commit.id.get(..SHORT).unwrap_or(&commit.id);
    Source::new(format!("{COMMIT}{id}"), text(commit))
}

fn text(commit: &Commit) -> String {
    let signature = commit.signature.map_or_else(String::new, |it| format!("signature {it}\n"));
    format!(
        "commit {}\nauthor {} {}\ncommitter {} {}\n{signature}\n{}\n",
        commit.id,
        named(&commit.author),
        day(commit.authored),
        named(&commit.committer),
        day(commit.committed),
        commit.message.trim_end(),
    )
}

fn named(person: &Person) -> String {
    format!("{} <{}>", person.name, person.email).replace(['\n', '\r'], " ")
}

/// The day in UTC: `YYYY-MM-DD`.
pub(super) fn day(seconds: i64) -> String {
    let stamp = Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH);
    stamp.to_zoned_datetime(TimeZone::UTC).date().to_string()
}

/// Where the parts of a commit stand in its text.
pub(super) struct Places {
    pub(super) whole: Span,
    pub(super) author: Span,
    pub(super) committer: Span,
    /// Present for signed commits.
    pub(super) signature: Option<Span>,
    /// The first line of the message.
    pub(super) subject: Span,
    /// Where the message begins, in bytes.
    pub(super) message: usize,
}

impl Places {
    pub(super) fn of(source: SourceId, text: &str) -> Self {
        let head_end = text.find("\n\n").map_or(text.len(), |it| it + 1);
        let line = |start: &str| {
            let from = text.get(..head_end)?.find(&format!("\n{start} "))? + 1 + start.len() + 1;
            let length = text.get(from..)?.find('\n')?;
            Some(Span::new(source, from..from + length))
        };
        let first = Span::start_of(source);
        let message = (head_end + 1).min(text.len());
        let rest = text.get(message..).unwrap_or_default();
        let subject = rest.find('\n').unwrap_or(rest.len());
        Self {
            whole: Span::new(source, 0..text.len()),
            author: line("author").unwrap_or(first),
            committer: line("committer").unwrap_or(first),
            signature: line("signature"),
            subject: Span::new(source, message..message + subject),
            message,
        }
    }
}
