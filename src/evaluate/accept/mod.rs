//! What people accept and attest, held against the findings.

mod apply;
mod attest;
mod baseline;
mod candidate;
mod days;
mod documents;
mod remarks;
mod standing;

pub use apply::{Acceptance, Context, accept};
pub use attest::Attested;
pub use baseline::{baseline, blocks};
