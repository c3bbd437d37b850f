//! Tables of AWS resources.

pub mod bucket;
pub mod database;
pub mod parameters;
pub mod statements;
pub mod store;
