//! gapcheck: do our repositories show what SOC 2 asks of us, where are the gaps, and how do you know?
//!
//! The house, from the ground up:
//!
//! ```text
//!           main
//!            |
//!           cli                     knows everybody; the only one that prints
//!        /   |    \
//!  collect evaluate report          each knows model and its own helper; never each other
//!     |       |       |
//!  syntax   rego      |    config   turn foreign things into the model's nouns
//!       \     |      /    /
//!             model                 knows nobody: plain data, no I/O, no Rego, no rendering, no clock
//! ```
//!
//! Invariants, proven by `tests/floors.rs`:
//!
//! 1. `model` imports nothing of ours, does no I/O, reads no clock.
//! 2. Only `rego/` names regorus; only `report/human` and `main.rs` name miette; only the collectors' target, git
//!    history, config and the policy bundle read files; only `cli/` prints.
//! 3. A collector does not judge, a policy does not parse, a report does not compute.
//! 4. Broken input is a [`Problem`](model::Problem), not an `Err`: the run goes on and says what it could not see.
//! 5. No answer is an answer: unresolved is undetermined, and neither that nor absent evidence is shown as a pass.
//! 6. Same input, same bytes out: sorted, dated by an argument, no absolute paths.
//! 7. No import runs up a floor, no two files import each other in a circle, no file grows past 400 lines.

pub mod cli;
pub mod collect;
pub mod config;
pub mod evaluate;
pub mod model;
pub mod rego;
pub mod report;
pub mod syntax;
