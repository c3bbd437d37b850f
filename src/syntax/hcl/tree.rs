//! The tree of an HCL text. Every part has its place; text of strings is already unescaped.

use std::sync::Arc;

use serde_json::Number;

use crate::model::Span;

/// Attributes and blocks, each in the order of the source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    pub attributes: Vec<Attribute>,
    pub blocks: Vec<Block>,
}

/// `name = value`.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribute {
    pub name: Arc<str>,
    pub name_span: Span,
    pub value: Expression,
}

/// `type "label" "label" { .. }`.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    pub kind: Arc<str>,
    pub kind_span: Span,
    pub labels: Vec<Label>,
    pub body: Body,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub text: Arc<str>,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    pub form: Form,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    Null,
    Bool(bool),
    Number(Number),
    String(Arc<str>),
    /// A quoted string or heredoc with interpolations or directives, or a heredoc without.
    Template(Vec<Part>),
    Tuple(Vec<Expression>),
    Object(Vec<Item>),
    /// The first name of a reference: `var`, `aws_s3_bucket`, an iterator's name.
    Variable(Arc<str>),
    Traversal(Box<Expression>, Vec<Step>),
    Call(Box<Call>),
    Conditional(Box<Conditional>),
    Unary(Unary, Box<Expression>),
    Binary(Binary, Box<(Expression, Expression)>),
    For(Box<For>),
}

/// An item of an object. A bare name as key is a string; `(name)` is not.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub key: Expression,
    pub value: Expression,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub form: StepForm,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub enum StepForm {
    /// `.name`
    Attribute(Arc<str>),
    /// `[key]`, and the older `.0`.
    Index(Expression),
    /// `.*`: applies only to the attributes that follow.
    AttributeSplat,
    /// `[*]`: applies to all that follows.
    Splat,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// With its namespace, if any: `provider::aws::arn_parse`.
    pub name: Arc<str>,
    pub arguments: Vec<Expression>,
    /// The last argument ends with `...`.
    pub expands: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Conditional {
    pub test: Expression,
    pub yes: Expression,
    pub no: Expression,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unary {
    Negative,
    Not,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binary {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Times,
    Divide,
    Remainder,
    And,
    Or,
}

/// `[for k, v in xs : v if c]` and `{for k, v in xs : k => v... if c}`.
#[derive(Clone, Debug, PartialEq)]
pub struct For {
    pub key_name: Option<Arc<str>>,
    pub value_name: Arc<str>,
    pub collection: Expression,
    /// Present when the result is an object.
    pub key: Option<Expression>,
    pub value: Expression,
    pub groups: bool,
    pub condition: Option<Expression>,
}

/// A part of a template. White space that `~` takes away is already gone.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    Literal(Arc<str>, Span),
    Interpolation(Expression),
    If(Box<IfPart>),
    For(Box<ForPart>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct IfPart {
    pub test: Expression,
    pub yes: Vec<Part>,
    pub no: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ForPart {
    pub key_name: Option<Arc<str>>,
    pub value_name: Arc<str>,
    pub collection: Expression,
    pub parts: Vec<Part>,
}

impl Body {
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|it| &*it.name == name)
    }

    /// The value of an attribute.
    pub fn value(&self, name: &str) -> Option<&Expression> {
        self.attribute(name).map(|it| &it.value)
    }

    pub fn blocks_of<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Block> {
        self.blocks.iter().filter(move |it| &*it.kind == kind)
    }

    pub fn block(&self, kind: &str) -> Option<&Block> {
        self.blocks.iter().find(|it| &*it.kind == kind)
    }
}

impl Block {
    /// The text of the label at a position.
    pub fn label(&self, at: usize) -> Option<&Arc<str>> {
        self.labels.get(at).map(|it| &it.text)
    }

    /// What names the block in its head: its labels, or its type where it has none.
    pub fn name_span(&self) -> Span {
        match (self.labels.first(), self.labels.last()) {
            (Some(first), Some(last)) => first.span.to(last.span),
            _ => self.kind_span,
        }
    }
}

impl Expression {
    /// The text, when the expression is a plain string without interpolation.
    pub fn literal(&self) -> Option<&str> {
        match &self.form {
            Form::String(text) => Some(text),
            Form::Template(parts) => match parts.as_slice() {
                [Part::Literal(text, _)] => Some(text),
                _ => None,
            },
            _ => None,
        }
    }

    /// The name, when the expression is one: a type such as `string`, a provider such as `aws`.
    pub fn keyword(&self) -> Option<&str> {
        match &self.form {
            Form::Variable(name) => Some(name),
            _ => None,
        }
    }
}
