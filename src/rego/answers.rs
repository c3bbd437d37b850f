//! What a policy answers about its population.

use std::collections::BTreeSet;

/// The population a policy looked at and what it denies of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Ids of all subjects, passing or failing.
    pub subjects: BTreeSet<String>,
    pub denials: BTreeSet<Denial>,
}

/// One failure: whose, where in its facts, and in what words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Denial {
    pub subject: String,
    pub path: Vec<String>,
    pub message: String,
}
