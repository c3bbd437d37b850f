//! `policies ...`: the policy library and users' own.

pub mod args;
pub mod at_hand;
pub mod docs;
pub mod growth;
pub mod lint;
pub mod mutate;
pub mod new;
pub mod snippets;
pub mod test;

use super::args::When;
use super::failure::Failure;
use super::pages;
use args::Policies;

/// Runs one of the commands on policies.
pub fn run(command: &Policies, color: When) -> Result<u8, Failure> {
    match command {
        Policies::List { policy, format } => pages::policies(policy, *format, color),
        Policies::Lint(arguments) => lint::lint(arguments, color),
        Policies::New(arguments) => new::new(arguments),
        Policies::Docs(arguments) => docs::docs(arguments),
        Policies::Test(arguments) if arguments.mutate => mutate::mutate(arguments),
        Policies::Test(arguments) if arguments.growth => growth::growth(arguments),
        Policies::Test(arguments) => test::test(arguments),
    }
}
