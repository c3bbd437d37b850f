//! How much of a fact policies ask for: what nobody asks for is not made into a value for Rego.

use std::collections::BTreeSet;

/// How much of a fact is there to be asked for.
#[derive(Clone, Copy, Debug)]
pub enum Wanted<'a> {
    Nothing,
    /// Of a map nothing but these entries; of anything else the whole.
    Parts(&'a BTreeSet<String>),
    Whole,
}
