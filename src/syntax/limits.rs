//! Bounds on what a text may ask of a parser. A text past one is cut there, with a problem at the place.

/// How deep lists, maps, blocks and expressions may nest.
pub const DEPTH: usize = 128;

/// How many nodes one text may come to once its aliases are expanded.
pub const NODES: usize = 2_000_000;

/// How many nodes one text may have as it is written. A plan of a large estate has a few million.
pub const TEXT_NODES: usize = 10_000_000;

/// How many problems one text may have; more are counted and not listed.
pub const PROBLEMS: usize = 50;
