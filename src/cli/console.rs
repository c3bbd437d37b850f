//! Standard output and error: results go to the one, messages to the other.

use std::io::{self, BufWriter, IsTerminal, Write};

use super::args::When;
use super::failure::Failure;
use crate::report::HumanOptions;

/// Narrower than this a report falls apart, wider it is hard to read.
const WIDTHS: std::ops::RangeInclusive<usize> = 60..=120;

/// How reports for people look on this terminal, or in this pipe.
pub fn human_options(color: When, is_for_stdout: bool) -> HumanOptions {
    let is_terminal = is_for_stdout && io::stdout().is_terminal();
    HumanOptions { width: width(is_terminal), color: is_colored(color, is_terminal), ..HumanOptions::default() }
}

/// The same for messages on standard error.
pub fn message_options(color: When) -> HumanOptions {
    let is_terminal = io::stderr().is_terminal();
    HumanOptions { width: width(is_terminal), color: is_colored(color, is_terminal), ..HumanOptions::default() }
}

/// Whether a person watches standard output.
pub fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Writes to standard output; a reader that went away is no failure.
pub fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Write { what: "standard output".to_owned(), error })
        }
        _ => Ok(()),
    }
}

/// Writes a message to standard error. Nothing can be done where that fails.
pub fn message(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) {
    let mut out = BufWriter::new(io::stderr().lock());
    let _ = write(&mut out).and_then(|()| out.flush());
}

fn is_colored(color: When, is_terminal: bool) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|it| !it.is_empty() && it != "0");
    match color {
        When::Always => true,
        When::Never => false,
        When::Auto if set("NO_COLOR") => false,
        When::Auto => set("CLICOLOR_FORCE") || is_terminal,
    }
}

fn width(is_terminal: bool) -> usize {
    let stated = std::env::var("COLUMNS").ok().and_then(|it| it.parse().ok());
    let measured = || is_terminal.then(terminal_size::terminal_size).flatten().map(|it| usize::from(it.0.0));
    stated.or_else(measured).unwrap_or(80).clamp(*WIDTHS.start(), *WIDTHS.end())
}
