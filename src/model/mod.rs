//! The nouns: plain data that every other room speaks of. Knows nobody, reads nothing, prints nothing.

pub mod assessment;
pub mod attestation;
pub mod criterion;
pub mod document;
pub mod evidence;
pub mod finding;
pub mod framework;
pub mod ledger;
pub mod node;
pub mod outcome;
pub mod policy;
pub mod problem;
pub mod severity;
pub mod source;
pub mod span;
pub mod status;
pub mod unresolved;
pub mod waiver;

pub use assessment::{AspectResult, Assessment, CriterionResult, Gate, PolicyResult, Population, Run, Scope, Tool};
pub use attestation::Attestation;
pub use criterion::{Aspect, Criterion, Nature};
pub use document::{Document, Repository};
pub use evidence::{Evidence, EvidenceKind};
pub use finding::{Finding, Missing, Pass, Related, SubjectRef};
pub use framework::{Category, Framework};
pub use ledger::{FileStatus, Ledger, LedgerEntry, LedgerSummary};
pub use node::{Entry, Map, Node, Origin, REDACTED, Through, Value};
pub use outcome::Outcome;
pub use policy::{Link, Policy, PolicyId, Strength, TestKind};
pub use problem::{Notice, Problem};
pub use severity::Severity;
pub use source::{Location, Position, Source, Sources};
pub use span::{SourceId, Span};
pub use status::ControlStatus;
pub use unresolved::{Cause, Shape, Unresolved};
pub use waiver::Waiver;
