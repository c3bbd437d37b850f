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
}
