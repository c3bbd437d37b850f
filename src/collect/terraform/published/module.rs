//! What a row of the table holds: a module's name, the resources that it makes, and which input becomes which argument.

use crate::collect::terraform::row::Constant;
use crate::model::Node;

/// A module as calls name it.
#[derive(Clone, Copy)]
pub(super) struct Module {
    /// `terraform-aws-modules/s3-bucket/aws`.
    pub(super) source: &'static str,
    pub(super) makes: &'static [Makes],
}

/// A resource that a module makes. Inputs that no row names are arguments of the same name.
#[derive(Clone, Copy)]
pub(super) struct Makes {
    /// `aws_s3_bucket`.
    pub(super) native_type: &'static str,
    /// Only where one of these inputs is stated; always where there are none.
    pub(super) when: &'static [&'static str],
    pub(super) inputs: &'static [Input],
    /// Arguments whose value without an input is the same in every release.
    pub(super) defaults: &'static [(&'static str, Constant)],
    /// The argument that names the module's first resource.
    pub(super) about: Option<&'static str>,
}

/// An input, and the argument that it becomes.
#[derive(Clone, Copy)]
pub(super) struct Input {
    pub(super) from: &'static str,
    pub(super) to: &'static str,
    pub(super) form: Form,
}

/// How the value of an input becomes that of an argument.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// As it stands.
    Plain,
    /// An object as a nested block, and the objects in it as well.
    Block,
    /// What a table cannot say, from all inputs.
    With(fn(&Node) -> Option<Node>),
}

pub(super) const fn module(source: &'static str, makes: &'static [Makes]) -> Module {
    Module { source, makes }
}

pub(super) const fn makes(native_type: &'static str) -> Makes {
    Makes { native_type, when: &[], inputs: &[], defaults: &[], about: None }
}

impl Makes {
    pub(super) const fn when(mut self, inputs: &'static [&'static str]) -> Self {
        self.when = inputs;
        self
    }

    pub(super) const fn with(mut self, inputs: &'static [Input]) -> Self {
        self.inputs = inputs;
        self
    }

    pub(super) const fn defaults(mut self, defaults: &'static [(&'static str, Constant)]) -> Self {
        self.defaults = defaults;
        self
    }

    pub(super) const fn about(mut self, argument: &'static str) -> Self {
        self.about = Some(argument);
        self
    }
}

pub(super) const fn plain(from: &'static str, to: &'static str) -> Input {
    Input { from, to, form: Form::Plain }
}

pub(super) const fn block(from: &'static str, to: &'static str) -> Input {
    Input { from, to, form: Form::Block }
}

pub(super) const fn from_all(to: &'static str, make: fn(&Node) -> Option<Node>) -> Input {
    Input { from: "", to, form: Form::With(make) }
}
