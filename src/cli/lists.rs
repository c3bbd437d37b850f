//! Reports that are lists: rows of one run after another, written while the next run is not yet read.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};

use camino::{Utf8Path, Utf8PathBuf};

use super::failure::Failure;
use super::reporting::Reporting;
use crate::model::Assessment;
use crate::report::{FORMATS, Rows};

/// The lists that were asked for.
pub struct Lists(Vec<List>);

struct List {
    rows: Rows,
    out: BufWriter<Box<dyn Write>>,
    /// As the user named it; none for standard output.
    path: Option<Utf8PathBuf>,
    /// The name that a file gets once it is whole.
    target: Option<Utf8PathBuf>,
    /// Whether the reader went away, which is no failure.
    is_over: bool,
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

/// A file is written under this name until it is whole.
fn unfinished(path: &Utf8Path) -> Utf8PathBuf {
    Utf8PathBuf::from(format!("{path}.part"))
}

/// Where a list goes: a file under its unfinished name, and the name that it gets; what cannot be replaced (a device,
/// a pipe) as it is. A link keeps standing.
fn open(path: &Utf8Path) -> io::Result<(Box<dyn Write>, Option<Utf8PathBuf>)> {
    let target = path.canonicalize_utf8().unwrap_or_else(|_| path.to_owned());
    if target.exists() && !target.is_file() {
        return Ok((Box::new(OpenOptions::new().write(true).open(&target)?), None));
    }
    Ok((Box::new(File::create(unfinished(&target))?), Some(target)))
}

impl Lists {
    /// Opens the lists and writes their heads.
    pub fn open(reporting: &Reporting) -> Result<Self, Failure> {
        let mut lists = Vec::new();
        for (format, path) in &reporting.output {
            let Some(rows) = rows(format) else { continue };
            let (out, target) = open(path).map_err(|error| Failure::Output { path: path.clone(), error })?;
            lists.push(List { rows, out: BufWriter::new(out), path: Some(path.clone()), target, is_over: false });
        }
        if let (Some(rows), false) = (rows(&reporting.format), reporting.quiet) {
            let out: Box<dyn Write> = Box::new(io::stdout());
            lists.push(List { rows, out: BufWriter::new(out), path: None, target: None, is_over: false });
        }
        for it in &mut lists {
            it.write(|rows, out| (rows.head)(out))?;
        }
        Ok(Self(lists))
    }

    /// Adds the rows of a run.
    pub fn add(&mut self, assessment: &Assessment) -> Result<(), Failure> {
        self.0.iter_mut().try_for_each(|it| it.write(|rows, out| (rows.each)(assessment, out)))
    }

    /// Gives the files their names.
    pub fn close(self) -> Result<(), Failure> {
        for mut it in self.0 {
            it.write(|_, out| out.flush())?;
            if let Some(target) = it.target {
                let failure = |error| Failure::Output { path: target.clone(), error };
                std::fs::rename(unfinished(&target), &target).map_err(failure)?;
            }
        }
        Ok(())
    }
}

impl List {
    fn write(&mut self, write: impl FnOnce(&Rows, &mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        if self.is_over {
            return Ok(());
        }
        match (write(&self.rows, &mut self.out), &self.path) {
            (Ok(()), _) => Ok(()),
            (Err(error), None) if error.kind() == ErrorKind::BrokenPipe => {
                self.is_over = true;
                Ok(())
            }
            (Err(error), None) => Err(Failure::Write { what: "standard output".to_owned(), error }),
            (Err(error), Some(path)) => Err(Failure::Output { path: path.clone(), error }),
        }
    }
}
