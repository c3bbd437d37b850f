//! Reports that are lists: rows of one run after another, written while the next run is not yet read.

use std::io::{self, BufWriter, ErrorKind, Stdout, Write};

use camino::Utf8PathBuf;

use super::failure::Failure;
use super::reporting::Reporting;
use super::write::Growing;
use crate::model::Assessment;
use crate::report::{FORMATS, Rows};

/// The lists that were asked for.
pub struct Lists {
    files: Vec<List>,
    /// None where the reader went away, which is no failure.
    printed: Option<(Rows, BufWriter<Stdout>)>,
}

struct List {
    rows: Rows,
    out: Growing,
    /// As the user named it.
    path: Utf8PathBuf,
}

/// The reports that are no lists.
pub fn others(reporting: &Reporting) -> Reporting {
    Reporting {
        format: reporting.format.clone(),
        output: reporting.output.iter().filter(|it| rows(&it.0).is_none()).cloned().collect(),
        max_findings: reporting.max_findings,
        quiet: reporting.quiet || rows(&reporting.format).is_some(),
        verbose: reporting.verbose,
    }
}

fn rows(format: &str) -> Option<Rows> {
    FORMATS.iter().find(|it| it.name == format)?.rows
}

impl Lists {
    /// Opens the lists and writes their heads.
    pub fn open(reporting: &Reporting) -> Result<Self, Failure> {
        let mut files = Vec::new();
        for (format, path) in &reporting.output {
            let Some(rows) = rows(format) else { continue };
            let out = Growing::begin(path).map_err(|error| Failure::Output { path: path.clone(), error })?;
            files.push(List { rows, out, path: path.clone() });
        }
        let printed = rows(&reporting.format).filter(|_| !reporting.quiet);
        let mut lists = Self { files, printed: printed.map(|it| (it, BufWriter::new(io::stdout()))) };
        lists.write(|rows, out| (rows.head)(out))?;
        Ok(lists)
    }

    /// Adds the rows of a run.
    pub fn add(&mut self, assessment: &Assessment) -> Result<(), Failure> {
        self.write(|rows, out| (rows.each)(assessment, out))
    }

    /// Gives the files their names.
    pub fn close(mut self) -> Result<(), Failure> {
        if let Some((_, out)) = &mut self.printed {
            let flushed = out.flush();
            self.printed(flushed)?;
        }
        for it in self.files {
            it.out.finish().map_err(|error| Failure::Output { path: it.path, error })?;
        }
        Ok(())
    }

    fn write(&mut self, write: impl Fn(&Rows, &mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        for it in &mut self.files {
            write(&it.rows, &mut it.out).map_err(|error| Failure::Output { path: it.path.clone(), error })?;
        }
        let Some((rows, out)) = &mut self.printed else { return Ok(()) };
        let written = write(rows, out);
        self.printed(written)
    }

    /// What came of writing to standard output.
    fn printed(&mut self, written: io::Result<()>) -> Result<(), Failure> {
        match written {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => self.printed = None,
            Err(error) => return Err(Failure::Write { what: "standard output".to_owned(), error }),
            Ok(()) => {}
        }
        Ok(())
    }
}
