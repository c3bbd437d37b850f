//! Tables of AWS resources.

pub mod statements;
