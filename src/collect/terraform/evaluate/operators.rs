//! Operators. A known side that decides alone does so, whatever the other is.

use crate::model::{Node, Shape, Span, Unresolved, Value};
use crate::syntax::hcl::tree::{Binary, Expression, Unary};

use super::choices::lifted;
use super::compare::equal;
use super::scope::Scope;
use super::value::{Evaluated, as_bool, as_number, because_of, fault, number, type_name};

impl Scope<'_, '_> {
    pub(crate) fn unary(&self, operator: Unary, operand: &Expression, span: Span) -> Evaluated {
        let node = self.expression(operand)?;
        lifted(&node, self.waits(), span, |it| single(operator, it, span))
            .unwrap_or_else(|| single(operator, &node, span))
    }

    pub(crate) fn binary(&self, operator: Binary, left: &Expression, right: &Expression, span: Span) -> Evaluated {
        match operator {
            Binary::And => self.logical(false, left, right, span),
            Binary::Or => self.logical(true, left, right, span),
            Binary::Equal | Binary::NotEqual => {
                let (a, b) = (self.expression(left)?, self.expression(right)?);
                Ok(match equal(&a, &b) {
                    Ok(it) => Node::new(it == (operator == Binary::Equal), span),
                    Err(unknown) => because_of(unknown, Shape::Bool, span),
                })
            }
            _ => {
                let (a, b) = (self.expression(left)?, self.expression(right)?);
                let with = |a: &Node| {
                    let apart = lifted(&b, self.waits(), span, |b| arithmetic(operator, a, b, span));
                    apart.unwrap_or_else(|| arithmetic(operator, a, &b, span))
                };
                lifted(&a, self.waits(), span, with).unwrap_or_else(|| with(&a))
            }
        }
    }

    /// `&&` is decided by a false side, `||` by a true one.
    fn logical(&self, decisive: bool, left: &Expression, right: &Expression, span: Span) -> Evaluated {
        let mut unknown: Option<Unresolved> = None;
        for side in [left, right] {
            let node = match self.expression(side) {
                Ok(node) => node,
                // A right side that is wrong only where the unknown left one forbids it.
                Err(_) if unknown.is_some() => continue,
                Err(fault) => return Err(fault),
            };
            match (as_bool(&node), node.as_unresolved()) {
                (Some(known), _) if known == decisive => return Ok(Node::new(decisive, span)),
                (Some(_), _) => {}
                (None, Some(it)) => {
                    unknown.get_or_insert_with(|| it.clone());
                }
                (None, None) => return Err(wrong(&node)),
            }
        }
        Ok(unknown.map_or_else(|| Node::new(!decisive, span), |it| because_of(&it, Shape::Bool, span)))
    }
}

fn single(operator: Unary, node: &Node, span: Span) -> Evaluated {
    if let Some(unknown) = node.as_unresolved() {
        let shape = if operator == Unary::Not { Shape::Bool } else { Shape::Number };
        return Ok(because_of(unknown, shape, span));
    }
    let value = match operator {
        Unary::Not => as_bool(node).map(|it| Value::Bool(!it)),
        Unary::Negative => as_number(node).and_then(|it| number(-it)),
    };
    value.map(|it| Node::new(it, span)).ok_or_else(|| wrong(node))
}

fn arithmetic(operator: Binary, a: &Node, b: &Node, span: Span) -> Evaluated {
    let compares = matches!(operator, Binary::Less | Binary::LessOrEqual | Binary::Greater | Binary::GreaterOrEqual);
    if let Some(unknown) = a.as_unresolved().or(b.as_unresolved()) {
        return Ok(because_of(unknown, if compares { Shape::Bool } else { Shape::Number }, span));
    }
    let x = as_number(a).ok_or_else(|| wrong(a))?;
    let y = as_number(b).ok_or_else(|| wrong(b))?;
    let value = match operator {
        Binary::Less => Some(Value::Bool(x < y)),
        Binary::LessOrEqual => Some(Value::Bool(x <= y)),
        Binary::Greater => Some(Value::Bool(x > y)),
        Binary::GreaterOrEqual => Some(Value::Bool(x >= y)),
        Binary::Plus => number(x + y),
        Binary::Minus => number(x - y),
        Binary::Times => number(x * y),
        Binary::Divide => number(x / y),
        Binary::Remainder => number(x % y),
        Binary::Equal | Binary::NotEqual | Binary::And | Binary::Or => None,
    };
    value.map(|it| Node::new(it, span)).ok_or_else(|| fault(span, "the result is not a number"))
}

fn wrong(node: &Node) -> Box<super::value::Fault> {
    fault(node.span, format!("an operator does not take a {}", type_name(node)))
}
