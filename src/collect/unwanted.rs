//! Values that a user gives and nothing wants: one that was typed is a mistake, one in a file is worth a note.

use super::collected::{Answer, Fit};
use super::error::CollectError;
use super::inputs::Given;

/// A note for each file of values that nothing takes, or that sets what nothing declares.
///
/// # Errors
///
/// A typed value that nothing declares, and one that does not fit its declaration.
pub(super) fn unwanted(given: &[Given], answers: &[Answer]) -> Result<Vec<String>, CollectError> {
    let mut notes = Vec::new();
    for it in given {
        let about = || answers.iter().filter(|answer| answer.source == it.source);
        let wrong = about().find_map(|it| match &it.fit {
            Fit::Wrong(reason) => Some(reason),
            Fit::Taken | Fit::Undeclared => None,
        });
        if let Some(reason) = wrong {
            return Err(CollectError::Refused(format!("{}: {reason}", it.name)));
        }
        let is_wanted = about().any(|it| it.fit == Fit::Taken);
        if it.from.is_typed() && !is_wanted {
            return Err(CollectError::Refused(format!("{}: nothing that is scanned declares it", it.name)));
        }
        if !it.from.is_file() {
            continue;
        }
        let undeclared = about().filter(|it| it.fit == Fit::Undeclared);
        let names: Vec<String> = undeclared.map(|it| format!("`{}`", it.name)).collect();
        if about().next().is_none() {
            notes.push(format!("{}: nothing that is scanned takes values", it.name));
        } else if !names.is_empty() {
            notes.push(format!("{} sets {}, which nothing that is scanned declares", it.name, names.join(", ")));
        }
    }
    Ok(notes)
}
