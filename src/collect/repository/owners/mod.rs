//! CODEOWNERS: who must look at which paths, and which paths of the tree nobody must.

mod collapse;
mod fact;
mod file;
mod pattern;

pub(super) use fact::fact;
pub(super) use file::PLACES;
