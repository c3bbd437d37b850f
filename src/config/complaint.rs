//! What is wrong with a file that a user wrote, at its place.

use std::ops::Range;
use std::sync::Arc;

use camino::Utf8Path;

use super::error::SettingsError;
use crate::model::{Problem, Source, SourceId, Sources, Span, nearest};

/// What is wrong at a stretch of a file; at its start where no stretch is known.
pub(super) fn refusal(path: &str, text: &str, span: Option<Range<usize>>, message: &str) -> Box<SettingsError> {
    let mut sources = Sources::default();
    let source = sources.add(Source::new(Utf8Path::new(path), Arc::<str>::from(text)));
    let span = span.map_or(Span::start_of(SourceId(0)), |it| Span::new(source, it));
    let message = message.lines().next().unwrap_or("not valid").to_owned();
    let help = meant(&message);
    Box::new(SettingsError { problem: Problem { help, ..Problem::at(span, message) }, sources })
}

/// A complaint about a word that a file says, at its place.
pub(super) fn complaint(path: &str, text: &str, word: &str, message: &str, help: Option<&str>) -> Box<SettingsError> {
    let at = text.find(&format!("\"{word}\"")).map(|it| it + 1).or_else(|| text.find(word));
    let span = at.map(|it| it..it + word.len());
    let mut error = refusal(path, text, span, message);
    error.problem.help = help.map(str::to_owned);
    error
}

/// The known key that somebody may have meant. The reader of TOML says
/// "unknown field `a`, expected one of `b`, `c`": its words are all there is to tell.
fn meant(message: &str) -> Option<String> {
    let quoted: Vec<&str> = message.strip_prefix("unknown field ")?.split('`').skip(1).step_by(2).collect();
    let (word, known) = quoted.split_first()?;
    nearest(word, known.iter().copied()).map(|it| format!("is `{it}` meant?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_suggests_the_near_one() {
        let message = "unknown field `ecxlude`, expected `exclude`";
        assert_eq!(meant(message).as_deref(), Some("is `exclude` meant?"));
        let message = "unknown field `severity`, expected one of `fail_on`, `strict`";
        assert_eq!(meant(message), None);
        assert_eq!(meant("missing field `owner`"), None);
    }
}
