//! JSON: the whole assessment, for programs. Its schema is `schemas/assessment.schema.json`.

use std::io;
use std::io::Write;

use serde::Serialize;

use crate::model::{Assessment, Sources};

use super::options::HumanOptions;

/// Writes the assessment, indented, with a newline at the end.
pub fn render(
    assessment: &Assessment,
    _sources: &Sources,
    _options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    write(assessment, out)
}

/// Writes any of our documents the way every JSON output looks.
pub fn write(document: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, document)?;
    writeln!(out)
}
