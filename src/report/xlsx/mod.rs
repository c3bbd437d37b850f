//! A workbook for auditors: the control matrix, findings, populations, what people accepted, and the ledger.

mod book;
mod sheets;

pub use book::render;
