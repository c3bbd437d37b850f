//! What people add to a repository, in the folder `.gapcheck`: waivers, attestations and the baseline.

mod attestations;
mod baseline;
mod entries;
mod read;
mod waivers;

pub use attestations::{ATTESTATIONS, digest};
pub use baseline::BASELINE;
pub use read::{Added, read};
pub use waivers::WAIVERS;
