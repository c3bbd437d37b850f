//! The kind of report that the settings ask for: a day, or a period that the history is read over.

use jiff::civil::Date;

use super::failure::Failure;
use crate::collect::Window;
use crate::config::settings::{ReportType, Settings};
use crate::model::{Examination, ExaminationKind};

/// A last day for a window that has none: no commit is made later.
const NO_END: &str = "9999-12-31";

/// What is examined, where the settings say so. `date` is the day of the run.
pub fn examination(settings: &Settings, date: &str) -> Result<Option<Examination>, Failure> {
    let report = &settings.report;
    let off = |word: &str, message: &str, help: &str| Err(settings.complaint(word, message, Some(help)).into());
    for day in [&report.from, &report.to].into_iter().flatten() {
        if day.len() != 10 || day.parse::<Date>().is_err() {
            return off(day, &format!("`{day}` is no day of the calendar"), "write the day as YYYY-MM-DD");
        }
    }
    if let (Some(from), Some(to)) = (&report.from, &report.to)
        && from > to
    {
        return off(to, &format!("the period ends on {to}, before it begins on {from}"), "set `from` before `to`");
    }
    match (report.kind, &report.from, &report.to) {
        (None, None, None) => Ok(None),
        (None, ..) => off("report", "a period is of a report of type 2", "set `type = 2` under [report]"),
        (Some(ReportType::One), None, None) => {
            Ok(Some(Examination { kind: ExaminationKind::One, from: None, to: date.to_owned() }))
        }
        (Some(ReportType::One), ..) => {
            off("report", "a report of type 1 is of a day, and has no period", "choose the day with `--at`")
        }
        (Some(ReportType::Two), None, _) => {
            off("report", "a report of type 2 is of a period, and has no beginning", "set `from` under [report]")
        }
        (Some(ReportType::Two), Some(from), to) => {
            // What lies ahead is not examined.
            let to = to.as_deref().filter(|to| *to < date).unwrap_or(date);
            if from.as_str() > to {
                return off(
                    from,
                    &format!("the period begins on {from}, after the day of the run"),
                    "judge `--at` a later day",
                );
            }
            Ok(Some(Examination { kind: ExaminationKind::Two, from: Some(from.clone()), to: to.to_owned() }))
        }
    }
}

/// The stretch of history that belongs to the period.
pub fn window(settings: &Settings) -> Result<Option<Window>, Failure> {
    let report = &settings.report;
    let Some(from) = report.from.clone().filter(|_| report.kind == Some(ReportType::Two)) else { return Ok(None) };
    let to = report.to.clone().unwrap_or_else(|| NO_END.to_owned());
    Ok(Some(Window::Between(from, to)))
}
