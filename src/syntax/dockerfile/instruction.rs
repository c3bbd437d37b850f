//! What a Dockerfile holds once its lines are put together.

use crate::model::{Problem, Span};
use crate::syntax::parsed::Comment;

use super::logical::{Logical, Word};

/// A Dockerfile as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Dockerfile {
    pub directives: Vec<Directive>,
    /// The character that continues lines: `\`, or what `# escape=` says.
    pub escape: char,
    pub instructions: Vec<Instruction>,
    pub comments: Vec<Comment>,
    pub problems: Vec<Problem>,
}

/// A parser directive: `# syntax=docker/dockerfile:1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// In lower case.
    pub name: String,
    pub value: Word,
}

/// One instruction with all its continued lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Instruction {
    /// In upper case: `RUN`.
    pub name: String,
    pub name_span: Span,
    /// With its heredocs.
    pub span: Span,
    /// Runs in images built from this one, and not here.
    pub on_build: bool,
    pub flags: Vec<Flag>,
    /// What follows the flags.
    pub arguments: Logical,
    /// The words of an exec form: `["nginx", "-g"]`.
    pub exec: Option<Vec<Word>>,
    pub heredocs: Vec<Heredoc>,
}

/// `--name=value` before the arguments; the value is empty where there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    pub name: String,
    pub value: Word,
    pub span: Span,
}

/// A text in the file that an instruction takes in: `<<EOF`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heredoc {
    pub name: String,
    /// Whether variables in the body are filled in: the name is not quoted.
    pub expands: bool,
    pub body: Logical,
}

impl Instruction {
    pub fn flag(&self, name: &str) -> Option<&Flag> {
        self.flags.iter().find(|it| it.name == name)
    }
}
