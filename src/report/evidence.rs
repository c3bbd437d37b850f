//! Evidence as JSON: what `collect` prints and `evaluate` reads again. Its schema is `schemas/evidence.schema.json`.

use std::io;
use std::io::Write;

use crate::model::saved::save;
use crate::model::{Document, Tool};

use super::json::write;

/// Writes everything that was collected. `date` is the day of the run, `YYYY-MM-DD`.
pub fn render(document: &Document, tool: Tool, date: &str, out: &mut dyn Write) -> io::Result<()> {
    write(&save(document, tool, date), out)
}
