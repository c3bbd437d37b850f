//! `init`: the files by which a repository is judged, from what is found in it.

mod command;
mod hook;
mod pipeline;
mod settings_file;
mod survey;

pub use command::init;
