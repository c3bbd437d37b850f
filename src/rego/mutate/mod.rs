//! Proves policies: changes a policy, or the facts of its cases, and demands that somebody notices.

pub mod cases;
pub mod conditions;
pub mod excuses;
pub mod facts;
pub mod proof;
pub mod witness;

pub use conditions::{Mutant, MutantKind};
pub use facts::{FactChange, FactProof};
pub use proof::{Proof, Survivor, prove};
pub use witness::Witness;
