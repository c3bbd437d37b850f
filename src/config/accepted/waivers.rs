//! `.gapcheck/waivers.toml`: failures that somebody accepts.

use serde::Deserialize;

use super::entries::{day, entries};
use crate::config::error::SettingsError;
use crate::model::Waiver;

/// Where waivers are written, below the folder of the settings.
pub const WAIVERS: &str = ".gapcheck/waivers.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    waiver: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: Option<String>,
    policy: String,
    subject: String,
    path: Option<String>,
    value: Option<String>,
    reason: String,
    owner: String,
    #[serde(deserialize_with = "day")]
    expires: String,
    compensated_by: Option<String>,
}

/// Reads the waivers.
pub(super) fn parse(text: &str) -> Result<Vec<Waiver>, Box<SettingsError>> {
    let entries = entries(WAIVERS, text, "waiver", |it: File| it.waiver)?;
    let waiver = |(at, (entry, location)): (usize, (Entry, _))| Waiver {
        id: entry.id.unwrap_or_else(|| format!("waiver-{}", at + 1)),
        policy: entry.policy,
        subject: entry.subject,
        path: entry.path,
        value: entry.value,
        reason: entry.reason,
        owner: entry.owner,
        expires: entry.expires,
        compensated_by: entry.compensated_by,
        location,
    };
    Ok(entries.into_iter().enumerate().map(waiver).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "[[waiver]]\npolicy = \"bucket-is-encrypted\"\nsubject = \"*\"\nreason = \"r\"\nowner = \"@o\"\n";

    #[test]
    fn a_waiver_says_what_until_when_who_and_why() {
        let waivers = parse(&format!("{ONE}expires = 2027-03-31\n")).unwrap();
        assert_eq!(waivers[0].expires, "2027-03-31");
        assert_eq!(waivers[0].id, "waiver-1");
        assert_eq!((waivers[0].location.start.line, waivers[0].location.file.as_str()), (1, WAIVERS));
    }

    #[test]
    fn a_waiver_without_an_end_or_with_an_unknown_key_is_refused_at_its_place() {
        let error = parse(ONE).unwrap_err();
        assert!(error.problem.message.contains("expires"), "{}", error.problem.message);
        let error = parse(&format!("{ONE}expires = \"2027-03-31\"\nowners = 1\n")).unwrap_err();
        assert!(error.problem.message.contains("owners"), "{}", error.problem.message);
        assert!(error.problem.span.unwrap().start > 0);
    }
}
