//! From the parser's tree to ours: spans that count from the start of the file, strings shared, white space stripped.

use std::ops::Range;
use std::sync::Arc;

use hcl_edit::expr::{self, BinaryOperator, ObjectKey, TraversalOperator, UnaryOperator};
use hcl_edit::structure::{self, BlockLabel, Structure};
use hcl_edit::template::{self, Directive, Element, Strip};
use hcl_edit::{Ident, Number};

use crate::model::name::shared;
use crate::model::{SourceId, Span};

use super::tree::{
    Attribute, Binary, Block, Body, Call, Conditional, Expression, For, ForPart, Form, IfPart, Item, Label, Part, Step,
    StepForm, Unary,
};

pub(super) struct Lower<'a> {
    pub(super) source: SourceId,
    /// Where the parsed stretch begins in its file.
    pub(super) base: usize,
    /// The whole file, to find the lines of heredocs; empty where there is none.
    pub(super) text: &'a str,
}

impl Lower<'_> {
    fn span(&self, range: Option<Range<usize>>) -> Span {
        let range = range.unwrap_or_default();
        Span::new(self.source, self.base + range.start..self.base + range.end)
    }

    fn of(&self, spanned: &impl hcl_edit::Span) -> Span {
        self.span(spanned.span())
    }

    pub(super) fn body(&mut self, body: &structure::Body) -> Body {
        let mut lowered = Body::default();
        for item in body {
            match item {
                Structure::Attribute(it) => lowered.attributes.push(Attribute {
                    name: text(&it.key),
                    name_span: self.of(&it.key),
                    value: self.expression(&it.value),
                }),
                Structure::Block(it) => lowered.blocks.push(self.block(it)),
            }
        }
        lowered
    }

    fn block(&mut self, block: &structure::Block) -> Block {
        let label = |it: &BlockLabel| Label { text: it.as_str().into(), span: self.of(it) };
        Block {
            kind: text(&block.ident),
            kind_span: self.of(&block.ident),
            labels: block.labels.iter().map(label).collect(),
            span: self.of(block),
            body: self.body(&block.body),
        }
    }

    pub(super) fn expression(&mut self, expression: &expr::Expression) -> Expression {
        use expr::Expression as E;

        let span = self.of(expression);
        let form = match expression {
            E::Null(_) => Form::Null,
            E::Bool(it) => Form::Bool(*it.value()),
            E::Number(it) => number(it.value()),
            E::String(it) => Form::String(shared(it.as_str())),
            E::Array(it) => Form::Tuple(it.iter().map(|it| self.expression(it)).collect()),
            E::Object(it) => Form::Object(it.iter().map(|(key, value)| self.item(key, value.expr())).collect()),
            E::StringTemplate(it) => Form::Template(self.template(it)),
            E::HeredocTemplate(it) => Form::Template(self.heredoc(&it.template)),
            E::Parenthesis(it) => return self.expression(it.inner()),
            E::Variable(it) => Form::Variable(text(it)),
            E::Conditional(it) => Form::Conditional(Box::new(Conditional {
                test: self.expression(&it.cond_expr),
                yes: self.expression(&it.true_expr),
                no: self.expression(&it.false_expr),
            })),
            E::FuncCall(it) => Form::Call(Box::new(self.call(it))),
            E::Traversal(it) => {
                let steps = it.operators.iter().map(|it| self.step(it)).collect();
                Form::Traversal(Box::new(self.expression(&it.expr)), steps)
            }
            E::UnaryOp(it) => {
                let operator = match it.operator.value() {
                    UnaryOperator::Neg => Unary::Negative,
                    UnaryOperator::Not => Unary::Not,
                };
                Form::Unary(operator, Box::new(self.expression(&it.expr)))
            }
            E::BinaryOp(it) => {
                let sides = (self.expression(&it.lhs_expr), self.expression(&it.rhs_expr));
                Form::Binary(binary(*it.operator.value()), Box::new(sides))
            }
            E::ForExpr(it) => Form::For(Box::new(For {
                key_name: it.intro.key_var.as_ref().map(|it| text(it)),
                value_name: text(&it.intro.value_var),
                collection: self.expression(&it.intro.collection_expr),
                key: it.key_expr.as_ref().map(|it| self.expression(it)),
                value: self.expression(&it.value_expr),
                groups: it.grouping,
                condition: it.cond.as_ref().map(|it| self.expression(&it.expr)),
            })),
        };
        Expression { form, span }
    }

    fn item(&mut self, key: &ObjectKey, value: &expr::Expression) -> Item {
        let key = match key {
            ObjectKey::Ident(it) => Expression { form: Form::String(text(it)), span: self.of(it) },
            ObjectKey::Expression(it) => self.expression(it),
        };
        Item { key, value: self.expression(value) }
    }

    fn call(&mut self, call: &expr::FuncCall) -> Call {
        let mut name = String::new();
        for part in &call.name.namespace {
            name.push_str(part.as_str());
            name.push_str("::");
        }
        name.push_str(call.name.name.as_str());
        Call {
            name: name.into(),
            arguments: call.args.iter().map(|it| self.expression(it)).collect(),
            expands: call.args.expand_final(),
        }
    }

    fn step(&mut self, operator: &hcl_edit::Decorated<TraversalOperator>) -> Step {
        let span = self.of(operator);
        let (form, span) = match operator.value() {
            TraversalOperator::AttrSplat(_) => (StepForm::AttributeSplat, span),
            TraversalOperator::FullSplat(_) => (StepForm::Splat, span),
            TraversalOperator::GetAttr(it) => (StepForm::Attribute(text(it)), self.of(it)),
            TraversalOperator::Index(it) => {
                let key = self.expression(it);
                let span = key.span;
                (StepForm::Index(key), span)
            }
            TraversalOperator::LegacyIndex(it) => {
                let form = Form::Number((*it.value()).into());
                (StepForm::Index(Expression { form, span: self.of(it) }), span)
            }
        };
        Step { form, span }
    }

    pub(super) fn template(&mut self, template: &template::Template) -> Vec<Part> {
        self.parts(template, false, (false, false))
    }

    fn heredoc(&mut self, template: &template::Template) -> Vec<Part> {
        let parts = self.parts(template, true, (false, false));
        // An empty heredoc is an empty string.
        if parts.is_empty() { vec![Part::Literal("".into(), self.of(template))] } else { parts }
    }

    /// The parts of a template whose start and end may be stripped of white space by what surrounds it.
    fn parts(&mut self, template: &template::Template, by_line: bool, strips: (bool, bool)) -> Vec<Part> {
        let elements: Vec<&Element> = template.iter().collect();
        let mut parts = Vec::with_capacity(elements.len());
        for (at, element) in elements.iter().enumerate() {
            match element {
                Element::Literal(literal) => {
                    let before = if at == 0 { strips.0 } else { elements.get(at - 1).is_some_and(|it| outer(it).1) };
                    let after = match elements.get(at + 1) {
                        Some(next) => outer(next).0,
                        None => strips.1,
                    };
                    let mut text = literal.as_str();
                    if before {
                        text = text.trim_start();
                    }
                    if after {
                        text = text.trim_end();
                    }
                    let span = self.of(literal);
                    if by_line && !before && !after {
                        self.lines(text, span, &mut parts);
                    } else if !text.is_empty() {
                        parts.push(Part::Literal(text.into(), span));
                    }
                }
                Element::Interpolation(it) => parts.push(Part::Interpolation(self.expression(&it.expr))),
                Element::Directive(it) => parts.push(self.directive(it, by_line)),
            }
        }
        parts
    }

    fn directive(&mut self, directive: &Directive, by_line: bool) -> Part {
        match directive {
            Directive::If(it) => {
                let (start, end) = (&it.if_expr, &it.endif_expr);
                let middle = it.else_expr.as_ref();
                let yes_end = middle.map_or(end.strip, |it| it.strip).strip_start();
                Part::If(Box::new(IfPart {
                    test: self.expression(&start.cond_expr),
                    yes: self.parts(&start.template, by_line, (start.strip.strip_end(), yes_end)),
                    no: middle.map_or_else(Vec::new, |it| {
                        self.parts(&it.template, by_line, (it.strip.strip_end(), end.strip.strip_start()))
                    }),
                }))
            }
            Directive::For(it) => {
                let (start, end) = (&it.for_expr, &it.endfor_expr);
                let strips = (start.strip.strip_end(), end.strip.strip_start());
                Part::For(Box::new(ForPart {
                    key_name: start.key_var.as_ref().map(|it| text(it)),
                    value_name: text(&start.value_var),
                    collection: self.expression(&start.collection_expr),
                    parts: self.parts(&start.template, by_line, strips),
                }))
            }
        }
    }

    /// A heredoc's literal line by line, each with its exact place: indentation that was taken away is not in it.
    fn lines(&self, text: &str, span: Span, parts: &mut Vec<Part>) {
        let written = self.text.get(span.range()).unwrap_or_default();
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let sources: Vec<&str> = written.split_inclusive('\n').collect();
        if lines.len() != sources.len() {
            parts.push(Part::Literal(text.into(), span));
            return;
        }
        let mut at = span.start as usize;
        for (line, source) in lines.into_iter().zip(sources) {
            let ending = source.trim_end_matches(['\r', '\n']).len();
            let kept = line.trim_end_matches(['\r', '\n']).len();
            let start = at + ending.saturating_sub(kept);
            parts.push(Part::Literal(line.into(), Span::new(self.source, start..at + source.len())));
            at += source.len();
        }
    }
}

/// Whether an element strips what stands before and what stands after it.
fn outer(element: &Element) -> (bool, bool) {
    let both = |first: Strip, last: Strip| (first.strip_start(), last.strip_end());
    match element {
        Element::Literal(_) => (false, false),
        Element::Interpolation(it) => both(it.strip, it.strip),
        Element::Directive(it) => match &**it {
            Directive::If(it) => both(it.if_expr.strip, it.endif_expr.strip),
            Directive::For(it) => both(it.for_expr.strip, it.endfor_expr.strip),
        },
    }
}

fn text(ident: &Ident) -> Arc<str> {
    shared(ident.as_str())
}

fn number(number: &Number) -> Form {
    let number = if let Some(it) = number.as_i64() {
        Some(it.into())
    } else if let Some(it) = number.as_u64() {
        Some(it.into())
    } else {
        number.as_f64().and_then(serde_json::Number::from_f64)
    };
    number.map_or(Form::Null, Form::Number)
}

fn binary(operator: BinaryOperator) -> Binary {
    match operator {
        BinaryOperator::Eq => Binary::Equal,
        BinaryOperator::NotEq => Binary::NotEqual,
        BinaryOperator::Less => Binary::Less,
        BinaryOperator::LessEq => Binary::LessOrEqual,
        BinaryOperator::Greater => Binary::Greater,
        BinaryOperator::GreaterEq => Binary::GreaterOrEqual,
        BinaryOperator::Plus => Binary::Plus,
        BinaryOperator::Minus => Binary::Minus,
        BinaryOperator::Mul => Binary::Times,
        BinaryOperator::Div => Binary::Divide,
        BinaryOperator::Mod => Binary::Remainder,
        BinaryOperator::And => Binary::And,
        BinaryOperator::Or => Binary::Or,
    }
}
