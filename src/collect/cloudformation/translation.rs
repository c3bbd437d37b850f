//! What a row of the tables holds: a resource type, what Terraform calls the same, and which property is which argument.

use crate::collect::terraform::row::Constant;
use crate::model::Node;

/// A resource type in both languages. Properties that no row names keep their name, in the other language's spelling.
#[derive(Clone, Copy)]
pub(super) struct Type {
    /// `AWS::S3::Bucket`.
    pub(super) from: &'static str,
    /// `aws_s3_bucket`.
    pub(super) to: &'static str,
    /// The property that must be stated for this row to be meant.
    pub(super) when: Option<&'static str>,
    /// The property that holds all others: `LaunchTemplateData`.
    pub(super) inside: Option<&'static str>,
    pub(super) arguments: &'static [Argument],
    /// Where CloudFormation does something else than Terraform when nothing is said, by argument.
    pub(super) defaults: &'static [(&'static str, Constant)],
    /// Flags whose default hangs on what the template does not show, each with what that is.
    pub(super) open: &'static [(&'static str, &'static str)],
    pub(super) parts: &'static [Part],
    /// A list of targets, and the argument that takes one: the resource is one for each.
    pub(super) each: Option<(&'static str, &'static str)>,
}

/// A property, and the argument that says the same.
#[derive(Clone, Copy)]
pub(super) struct Argument {
    pub(super) from: &'static str,
    pub(super) to: &'static str,
    pub(super) form: Form,
}

/// How a property's value becomes an argument's.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// As it stands, with nested names in the other spelling.
    Plain,
    /// As it stands, untouched: documents and maps of names.
    Untouched,
    /// One value as a list of one.
    Listed,
    /// Whether it is one of these texts.
    Is(&'static [&'static str]),
    /// One map or a list of maps, as blocks with these arguments.
    Blocks(&'static [Argument]),
    /// The `Value` of the item whose `Key` this is.
    Keyed(&'static str),
    /// What a table cannot say.
    With(fn(&Node) -> Option<Node>),
}

/// A property that Terraform writes as a resource of its own, about the one that holds it.
#[derive(Clone, Copy)]
pub(super) struct Part {
    /// A map, or a list with one resource for each item.
    pub(super) from: &'static str,
    pub(super) to: &'static str,
    /// The argument that names the resource which holds it.
    pub(super) by: &'static str,
    /// The argument that takes the whole value, where it is none of its properties.
    pub(super) whole: Option<&'static str>,
    pub(super) arguments: &'static [Argument],
}

pub(super) const fn of(from: &'static str, to: &'static str) -> Type {
    Type { from, to, when: None, inside: None, arguments: &[], defaults: &[], open: &[], parts: &[], each: None }
}

impl Type {
    pub(super) const fn when(mut self, property: &'static str) -> Self {
        self.when = Some(property);
        self
    }

    pub(super) const fn inside(mut self, property: &'static str) -> Self {
        self.inside = Some(property);
        self
    }

    pub(super) const fn with(mut self, arguments: &'static [Argument]) -> Self {
        self.arguments = arguments;
        self
    }

    pub(super) const fn defaults(mut self, defaults: &'static [(&'static str, Constant)]) -> Self {
        self.defaults = defaults;
        self
    }

    pub(super) const fn open(mut self, flags: &'static [(&'static str, &'static str)]) -> Self {
        self.open = flags;
        self
    }

    pub(super) const fn parts(mut self, parts: &'static [Part]) -> Self {
        self.parts = parts;
        self
    }

    pub(super) const fn each(mut self, list: &'static str, argument: &'static str) -> Self {
        self.each = Some((list, argument));
        self
    }
}

pub(super) const fn part(from: &'static str, to: &'static str, by: &'static str) -> Part {
    Part { from, to, by, whole: None, arguments: &[] }
}

impl Part {
    pub(super) const fn with(mut self, arguments: &'static [Argument]) -> Self {
        self.arguments = arguments;
        self
    }

    pub(super) const fn whole(mut self, argument: &'static str) -> Self {
        self.whole = Some(argument);
        self
    }
}

pub(super) const fn plain(from: &'static str, to: &'static str) -> Argument {
    Argument { from, to, form: Form::Plain }
}

pub(super) const fn untouched(from: &'static str, to: &'static str) -> Argument {
    Argument { from, to, form: Form::Untouched }
}

pub(super) const fn listed(from: &'static str, to: &'static str) -> Argument {
    Argument { from, to, form: Form::Listed }
}

pub(super) const fn is(from: &'static str, to: &'static str, texts: &'static [&'static str]) -> Argument {
    Argument { from, to, form: Form::Is(texts) }
}

pub(super) const fn blocks(from: &'static str, to: &'static str, arguments: &'static [Argument]) -> Argument {
    Argument { from, to, form: Form::Blocks(arguments) }
}

pub(super) const fn keyed(from: &'static str, to: &'static str, key: &'static str) -> Argument {
    Argument { from, to, form: Form::Keyed(key) }
}

pub(super) const fn made(from: &'static str, to: &'static str, make: fn(&Node) -> Option<Node>) -> Argument {
    Argument { from, to, form: Form::With(make) }
}
