//! What people type and see: knows every room, and is the only one that prints.

pub mod accept;
pub mod accept_args;
pub mod args;
pub mod bundle;
pub mod clock;
pub mod commands;
pub mod console;
pub mod difference;
pub mod everything;
pub mod examination;
pub mod failure;
pub mod frameworks;
pub mod init;
pub mod judge;
pub mod lists;
pub mod page_format;
pub mod pages;
pub mod parsers;
pub mod policies;
pub mod progress;
pub mod report;
pub mod report_args;
pub mod reporting;
pub mod saved;
pub mod scan;
pub mod variables;
pub mod write;

pub use commands::main;
