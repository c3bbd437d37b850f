//! How far back the history is read.

use crate::model::Limit;
use std::sync::Arc;

use regex::Regex;

/// Commits that are read when nothing is said: enough for an auditor's sample, and read in a few milliseconds.
const FEW: usize = 50;

/// What a user may say about the history.
#[derive(Clone, Debug, Default)]
pub struct HistoryOptions {
    /// How far back, as the command line asks.
    pub asked: Option<Window>,
    /// How far back, as the settings say; a small number of commits when nothing does.
    pub set: Option<Window>,
    /// What a reference to a ticket looks like; the common forms when nothing is said.
    pub reference: Option<Arc<Regex>>,
}

/// A stretch of the main branch that ends today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Window {
    /// The newest commits; 0 for none.
    Commits(usize),
    /// Commits entered on this day or later: `YYYY-MM-DD`.
    Since(String),
    /// Commits entered from the one day to the other.
    Between(String, String),
}

impl HistoryOptions {
    pub fn window(&self) -> Window {
        self.asked.clone().or(self.set.clone()).unwrap_or(Window::Commits(FEW))
    }
}

impl Window {
    /// A number of commits or a day.
    pub fn parse(text: &str) -> Result<Self, String> {
        if let Ok(count) = text.parse::<usize>() {
            return Ok(Self::Commits(count));
        }
        match text.parse::<jiff::civil::Date>() {
            Ok(day) => Ok(Self::Since(day.to_string())),
            Err(_) => Err("write a number of commits, or a day as YYYY-MM-DD".to_owned()),
        }
    }

    /// How many commits are read at most.
    pub fn most(&self) -> usize {
        match self {
            Self::Commits(count) => (*count).min(Limit::Commits.value()),
            Self::Since(_) | Self::Between(..) => Limit::Commits.value(),
        }
    }

    /// Whether a commit of this day, and so each one below it, lies before the window.
    pub fn is_before(&self, day: &str) -> bool {
        match self {
            Self::Commits(_) => false,
            Self::Since(first) | Self::Between(first, _) => day < first.as_str(),
        }
    }

    /// Whether a commit of this day came after the window.
    pub fn is_after(&self, day: &str) -> bool {
        match self {
            Self::Commits(_) | Self::Since(_) => false,
            Self::Between(_, last) => day > last.as_str(),
        }
    }
}
