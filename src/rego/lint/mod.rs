//! What is wrong with policies besides that they do not load: forms, links, facts, words.

pub mod aliases;
pub mod facts;
pub mod forms;
pub mod library;
pub mod links;
pub mod linted;
pub mod remark;
pub mod vocabulary;
pub mod words;

pub use forms::{literals, problems};
pub use library::remarks;
pub use remark::Remark;
