//! Tables of Google Cloud resources.

pub mod database;
pub mod record;
pub mod storage;
