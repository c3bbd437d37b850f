//! Runs the command that was typed, and turns failures into messages and exit codes.

use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;

use clap::Parser;

use super::args::{Cli, Command, When};
use super::failure::Failure;
use super::{accept, bundle, console, init, judge, pages, policies, report, scan};
use crate::evaluate::gate::exit;

/// The whole program: parses the command line, runs the command, returns the exit code.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are asked for; anything else is a mistake in usage. Clap prints each where it belongs.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { exit::USAGE } else { exit::PASSED });
        }
    };
    let code = guarded(|| run(&cli)).unwrap_or_else(|failure| {
        complain(&failure, cli.color);
        failure.exit_code()
    });
    ExitCode::from(code)
}

/// A panic is an internal error with an exit code of its own: nobody may take it for a gap or a pass. What it says of
/// itself is already on standard error.
fn guarded(run: impl FnOnce() -> Result<u8, Failure>) -> Result<u8, Failure> {
    panic::catch_unwind(AssertUnwindSafe(run)).unwrap_or(Err(Failure::Internal))
}

fn run(cli: &Cli) -> Result<u8, Failure> {
    cli.limit.iter().for_each(|(limit, value)| limit.choose(*value));
    match &cli.command {
        Command::Scan(arguments) => scan::scan(arguments, cli.color),
        Command::Collect(arguments) => judge::collect(arguments),
        Command::Evaluate(arguments) => judge::evaluate(arguments, cli.color),
        Command::Report(arguments) => report::report(arguments, cli.color),
        Command::Init(arguments) => init::init(arguments),
        Command::Verify(arguments) => bundle::verify(arguments),
        Command::Explain(arguments) => pages::explain(arguments, cli.color),
        Command::Waive(arguments) => accept::waive(arguments),
        Command::Attest(arguments) => accept::attest(arguments),
        Command::Baseline(arguments) => accept::baseline(arguments),
        Command::Criteria(arguments) => pages::criteria(arguments, cli.color),
        Command::Policies(command) => policies::run(command, cli.color),
        Command::Schema { name } => pages::schema(*name),
        Command::Completions { shell } => pages::completions(*shell),
    }
}

fn complain(failure: &Failure, color: When) {
    let options = console::message_options(color);
    console::message(|out| match failure {
        Failure::Policies(error) => crate::report::human::problems(&error.problems, &error.sources, &options, out),
        Failure::Settings(error) => {
            let problems = std::slice::from_ref(&error.problem);
            crate::report::human::problems(problems, &error.sources, &options, out)
        }
        Failure::Usage(_) | Failure::Output { .. } | Failure::Write { .. } | Failure::Internal => {
            writeln!(out, "error: {failure}")
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_internal_error() {
        let code = guarded(|| panic!("a test")).map_err(|it| it.exit_code());
        assert_eq!(code.err(), Some(exit::INTERNAL));
    }
}
