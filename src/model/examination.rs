//! What an auditor examines: how controls are built on a day, or how they worked over a period.

use serde::{Deserialize, Serialize};

/// The kind of report that a run is made for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examination {
    #[serde(rename = "type")]
    pub kind: ExaminationKind,
    /// First day of the period; absent for a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The day, or the last day of the period.
    pub to: String,
}

/// As auditors number them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExaminationKind {
    /// Suitability of design as of a day.
    #[serde(rename = "1")]
    One,
    /// The same, and operating effectiveness over a period.
    #[serde(rename = "2")]
    Two,
}

impl Examination {
    /// `Type 2: operating effectiveness from 2026-01-01 to 2026-12-31`.
    pub fn words(&self) -> String {
        match (self.kind, &self.from) {
            (ExaminationKind::Two, Some(from)) => {
                format!("Type 2: design, and operating effectiveness from {from} to {}", self.to)
            }
            (ExaminationKind::Two, None) => format!("Type 2: design, and operating effectiveness to {}", self.to),
            (ExaminationKind::One, _) => format!("Type 1: suitability of design as of {}", self.to),
        }
    }
}
