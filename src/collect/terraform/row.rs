//! What a row of the provider tables holds: resource types, the kind they are, and where each fact is read.

use crate::model::{EvidenceKind, Node, Span};

use super::subject::{Part, Subject};

/// Resource types of one provider that are one kind of thing.
#[derive(Clone, Copy)]
pub struct Row {
    pub kind: EvidenceKind,
    pub provider: &'static str,
    pub types: &'static [&'static str],
    /// In the order in which the evidence lists them.
    pub facts: &'static [Fact],
    pub joins: &'static [Join],
    /// For resources that hold several things of the kind: one part each, to which the facts are added.
    pub parts: Option<fn(&Subject<'_>) -> Vec<Part>>,
    /// Facts that excuse: a join whose target is not known does not make them so much as unresolved.
    pub excuses: &'static [&'static str],
    /// Leaves out resources of these types that are not of the kind.
    pub when: Option<fn(&Subject<'_>) -> bool>,
}

/// Resources of their own that say more about a row's resource: `aws_s3_bucket_versioning` about an `aws_s3_bucket`.
#[derive(Clone, Copy)]
pub struct Join {
    pub types: &'static [&'static str],
    /// The argument of the joining resource that names its target, with dots where it lies in a block.
    pub by: &'static str,
    /// The argument of the target that holds the same text when the name is known.
    pub to: &'static str,
    /// Read from the joining resource, with its places. They come before the row's own; lists are put together.
    pub facts: &'static [Fact],
}

/// One thing that the schema promises, and where a resource states it.
#[derive(Clone, Copy)]
pub struct Fact {
    pub name: &'static str,
    pub read: Read,
    /// What the provider does when nothing is said.
    pub default: Option<Constant>,
}

/// How a fact is read. Paths have dots; a nested block is a list, so its first one is `block.0`.
#[derive(Clone, Copy)]
pub enum Read {
    /// The value of the first path that is stated, as it stands.
    Value(&'static [&'static str]),
    /// The same where it names a thing: whoever runs the configuration gives a variable without a default a name.
    Named(&'static [&'static str]),
    /// The same as a truth value; Terraform takes `"true"` for `true`.
    Flag(&'static [&'static str]),
    /// The opposite of a flag.
    Not(&'static [&'static str]),
    /// The same as a number; Terraform takes `"7"` for `7`.
    Number(&'static [&'static str]),
    /// The same where the source itself states it: what is passed in or made elsewhere is absent.
    Literal(&'static [&'static str]),
    /// The same as text in lower case.
    Lower(&'static [&'static str]),
    /// Whether the value is one of these texts, in any case.
    OneOf(&'static str, &'static [&'static str]),
    /// Whether anything but an empty value stands at one of the paths.
    Stated(&'static [&'static str]),
    /// Nothing but the default.
    Fixed,
    /// What a table cannot say.
    With(fn(&Subject<'_>) -> Option<Node>),
}

/// A value that a table can hold.
#[derive(Clone, Copy)]
pub enum Constant {
    Bool(bool),
    Number(i64),
    Text(&'static str),
    EmptyList,
}

/// A row without joins or parts.
pub const fn row(
    kind: EvidenceKind,
    provider: &'static str,
    types: &'static [&'static str],
    facts: &'static [Fact],
) -> Row {
    Row { kind, provider, types, facts, joins: &[], excuses: &[], parts: None, when: None }
}

impl Row {
    pub const fn joined(mut self, joins: &'static [Join]) -> Self {
        self.joins = joins;
        self
    }

    pub const fn excused_by(mut self, facts: &'static [&'static str]) -> Self {
        self.excuses = facts;
        self
    }

    pub const fn in_parts(mut self, parts: fn(&Subject<'_>) -> Vec<Part>) -> Self {
        self.parts = Some(parts);
        self
    }

    pub const fn only_when(mut self, when: fn(&Subject<'_>) -> bool) -> Self {
        self.when = Some(when);
        self
    }
}

/// The value at a path, as it stands.
pub const fn value(name: &'static str, paths: &'static [&'static str]) -> Fact {
    fact(name, Read::Value(paths))
}

/// A value that the source itself states, and not one that is passed in or made elsewhere: for secrets.
pub const fn literal(name: &'static str, paths: &'static [&'static str]) -> Fact {
    fact(name, Read::Literal(paths))
}

/// What names another thing, such as a key: it names one even where only whoever runs the configuration says which.
pub const fn named(name: &'static str, paths: &'static [&'static str]) -> Fact {
    fact(name, Read::Named(paths))
}

pub const fn flag(name: &'static str, paths: &'static [&'static str]) -> Fact {
    fact(name, Read::Flag(paths))
}

pub const fn not(name: &'static str, paths: &'static [&'static str]) -> Fact {
    fact(name, Read::Not(paths))
}

pub const fn number(name: &'static str, paths: &'static [&'static str]) -> Fact {
    fact(name, Read::Number(paths))
}

pub const fn lower(name: &'static str, paths: &'static [&'static str]) -> Fact {
    fact(name, Read::Lower(paths))
}

pub const fn one_of(name: &'static str, path: &'static str, texts: &'static [&'static str]) -> Fact {
    fact(name, Read::OneOf(path, texts))
}

/// Whether something stands at a path; without, it is false.
pub const fn stated(name: &'static str, paths: &'static [&'static str]) -> Fact {
    fact(name, Read::Stated(paths)).or_false()
}

/// What is so whatever the source says.
pub const fn always(name: &'static str, constant: Constant) -> Fact {
    Fact { name, read: Read::Fixed, default: Some(constant) }
}

pub const fn with(name: &'static str, read: fn(&Subject<'_>) -> Option<Node>) -> Fact {
    fact(name, Read::With(read))
}

const fn fact(name: &'static str, read: Read) -> Fact {
    Fact { name, read, default: None }
}

impl Fact {
    pub const fn or(mut self, default: Constant) -> Self {
        self.default = Some(default);
        self
    }

    pub const fn or_true(self) -> Self {
        self.or(Constant::Bool(true))
    }

    pub const fn or_false(self) -> Self {
        self.or(Constant::Bool(false))
    }

    pub const fn or_number(self, default: i64) -> Self {
        self.or(Constant::Number(default))
    }

    pub const fn or_text(self, default: &'static str) -> Self {
        self.or(Constant::Text(default))
    }
}

impl Read {
    /// Where the value is read, the first that is stated.
    pub const fn paths(&self) -> &[&'static str] {
        match self {
            Self::Value(paths)
            | Self::Named(paths)
            | Self::Flag(paths)
            | Self::Not(paths)
            | Self::Number(paths)
            | Self::Literal(paths)
            | Self::Lower(paths)
            | Self::Stated(paths) => paths,
            Self::OneOf(path, _) => std::slice::from_ref(path),
            Self::Fixed | Self::With(_) => &[],
        }
    }
}

impl Constant {
    /// The value as what the provider does, shown at the name of what lacks the setting.
    pub fn node(self, lacking: Span) -> Node {
        match self {
            Self::Bool(it) => Node::default_of(it, lacking),
            Self::Number(it) => Node::default_of(it, lacking),
            Self::Text(it) => Node::default_of(it, lacking),
            Self::EmptyList => Node { origin: crate::model::Origin::Default, ..Node::list(Vec::new(), lacking) },
        }
    }
}
