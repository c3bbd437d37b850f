//! One self-contained page: the control matrix, and below it every policy, subject and line that decides.

mod page;
mod policies;
mod render;

pub use render::render;
