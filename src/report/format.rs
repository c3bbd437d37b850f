//! What a report format's row in the table holds.

use std::io;
use std::io::Write;

use crate::model::{Assessment, Sources};

use super::options::HumanOptions;

/// A form in which an assessment leaves the program.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// As `--format` names it.
    pub name: &'static str,
    /// Whom it serves, for `--help`.
    pub describes: &'static str,
    /// Writes the whole report. Sources may lack their texts, when the evidence was saved.
    pub render: fn(&Assessment, &Sources, &HumanOptions, &mut dyn Write) -> io::Result<()>,
    /// For a report that is a list: how many runs are written one after another, none of them kept.
    pub rows: Option<Rows>,
    /// Whether a terminal cannot show it.
    pub is_binary: bool,
}

/// A report that is a list.
#[derive(Clone, Copy, Debug)]
pub struct Rows {
    /// What stands before the first row.
    pub head: fn(&mut dyn Write) -> io::Result<()>,
    /// The rows of one run.
    pub each: fn(&Assessment, &mut dyn Write) -> io::Result<()>,
}

impl Rows {
    /// The list of a single run.
    pub(super) fn whole(&self, assessment: &Assessment, out: &mut dyn Write) -> io::Result<()> {
        (self.head)(out)?;
        (self.each)(assessment, out)
    }
}
