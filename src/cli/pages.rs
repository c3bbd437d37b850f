//! `explain`, `criteria`, `policies list`, `schema` and `completions`: pages to read.

use clap::CommandFactory;

use super::args::{Cli, SchemaName};
use super::console;
use super::failure::Failure;
use crate::config::settings;
use crate::evaluate::gate::exit;
use crate::rego::metadata;

/// Prints a JSON Schema.
pub fn schema(name: SchemaName) -> Result<u8, Failure> {
    let text = match name {
        SchemaName::Config => settings::SCHEMA,
        SchemaName::Policy => metadata::SCHEMA,
        SchemaName::Evidence | SchemaName::Assessment => "",
    };
    console::print(|out| writeln!(out, "{}", text.trim_end()))?;
    Ok(exit::PASSED)
}

/// Prints the completions of a shell.
pub fn completions(shell: clap_complete::Shell) -> Result<u8, Failure> {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "gapcheck", &mut bytes);
    console::print(|out| out.write_all(&bytes))?;
    Ok(exit::PASSED)
}
