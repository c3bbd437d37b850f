//! Runs templates: text and actions to output in which each stretch knows its place.

use std::collections::HashMap;
use std::rc::Rc;

use gotmpl::parse::{BranchNode, ListNode, Node, PipeNode, TextNode};

use super::call::Renderer;
use super::evaluate;
use super::fault::Fault;
use super::frame::Frame;
use super::template::{self, Template, Written};
use super::text::{LONGEST, Link, Text};
use super::value::{Kind, Value};
use crate::model::Limit;
use crate::model::{Problem, SourceId, Span};

/// Runs the templates of a chart.
pub(crate) struct Machine {
    templates: HashMap<Rc<str>, Rc<Template>>,
    steps: usize,
    bytes: usize,
    depth: usize,
    /// The action at work.
    place: Span,
    /// The text of that action.
    wanted: Option<String>,
    pub(crate) remarks: Vec<Problem>,
}

/// Why a walk ends before its end.
pub(super) enum Stop {
    Fault(Fault),
    Break,
    Continue,
}

impl From<Fault> for Stop {
    fn from(it: Fault) -> Self {
        Self::Fault(it)
    }
}

impl Machine {
    pub(crate) fn new(templates: HashMap<Rc<str>, Rc<Template>>) -> Self {
        let place = Span::start_of(SourceId(0));
        Self { templates, steps: 0, bytes: 0, depth: 0, place, wanted: None, remarks: Vec::new() }
    }

    /// The output of a template.
    pub(crate) fn run(&mut self, template: &Template, data: &Value) -> Result<Text, Fault> {
        if self.depth >= Limit::HelmDepth.value() {
            return Err(Fault::new("templates include one another without end").at(self.place));
        }
        let place = self.place;
        self.depth += 1;
        let mut frame = Frame::new(template.written.clone(), data);
        let ran = self.walk(&template.body, data, &mut frame);
        self.depth -= 1;
        self.place = place;
        match ran {
            Ok(()) => {}
            Err(Stop::Fault(fault)) => return Err(fault),
            Err(Stop::Break | Stop::Continue) => return Err(Fault::new("a loop is left outside of a loop").at(place)),
        }
        if frame.out.is_cut {
            return Err(Fault::new(format!("the output is longer than {} MiB", LONGEST >> 20)).at(place));
        }
        self.write(frame.out.len()).map_err(|it| it.at(place))?;
        Ok(frame.out.finish())
    }

    fn walk(&mut self, list: &ListNode, dot: &Value, frame: &mut Frame) -> Result<(), Stop> {
        for node in &list.nodes {
            self.spend(1)?;
            match node {
                Node::Text(node) => write(node, frame),
                Node::Action(action) => {
                    let at = self.stand(frame, action.pipe.pos.offset);
                    let value = self.pipeline(&action.pipe, dot, frame)?;
                    if action.pipe.decl.is_empty() {
                        let text = if value.is_nil() { Text::plain(NO_VALUE) } else { value.print() };
                        frame.out.push_at(&text, &at);
                    }
                }
                Node::If(branch) => self.branch(branch, dot, frame, false)?,
                Node::With(branch) => self.branch(branch, dot, frame, true)?,
                Node::Range(branch) => self.range(branch, dot, frame)?,
                Node::Template(call) => {
                    let at = self.stand(frame, call.pos.offset);
                    let data = match &call.pipe {
                        Some(pipe) => self.pipeline(pipe, dot, frame)?,
                        None => Value::nil(),
                    };
                    let text = self.include(&call.name, data)?;
                    frame.out.push_at(&text, &at);
                }
                Node::List(list) => self.walk(list, dot, frame)?,
                Node::Define(_) => {}
                Node::Break(_) => return Err(Stop::Break),
                Node::Continue(_) => return Err(Stop::Continue),
            }
        }
        Ok(())
    }

    /// Remembers the action at work, for what is said of it.
    fn stand(&mut self, frame: &Frame, at: usize) -> Rc<Link> {
        let link = frame.written.action(at);
        self.place = link.span;
        self.wanted = wanted(frame.written.text().get(at..).unwrap_or_default());
        link
    }

    /// The value of a pipeline; variables that it declares are there from now on.
    fn pipeline(&mut self, pipe: &PipeNode, dot: &Value, frame: &mut Frame) -> Result<Value, Fault> {
        let place = self.place;
        let value = evaluate::pipeline(self, pipe, dot, frame).map_err(|it| it.at(place))?;
        self.place = place;
        if let [name] = pipe.decl.as_slice() {
            frame.declare(name, value.clone(), pipe.is_assign);
        }
        Ok(value)
    }

    fn branch(&mut self, branch: &BranchNode, dot: &Value, frame: &mut Frame, is_with: bool) -> Result<(), Stop> {
        let scope = frame.scope();
        self.stand(frame, branch.pos.offset);
        let value = self.pipeline(&branch.pipe, dot, frame)?;
        let walked = match (value.is_true(), &branch.else_body) {
            (true, _) => self.walk(&branch.body, if is_with { &value } else { dot }, frame),
            (false, Some(body)) => self.walk(body, dot, frame),
            (false, None) => Ok(()),
        };
        frame.leave(scope);
        walked
    }

    fn range(&mut self, branch: &BranchNode, dot: &Value, frame: &mut Frame) -> Result<(), Stop> {
        let scope = frame.scope();
        self.stand(frame, branch.pos.offset);
        let place = self.place;
        let over = evaluate::pipeline(self, &branch.pipe, dot, frame).map_err(|it| it.at(place))?;
        let items = items(&over).map_err(|it| it.at(place))?;
        if items.is_empty() {
            let walked = branch.else_body.as_ref().map_or(Ok(()), |it| self.walk(it, dot, frame));
            frame.leave(scope);
            return walked;
        }
        for (key, item) in items {
            self.spend(1)?;
            match branch.pipe.decl.as_slice() {
                [value] => frame.declare(value, item.clone(), branch.pipe.is_assign),
                [name, value, ..] => {
                    frame.declare(name, key, branch.pipe.is_assign);
                    frame.declare(value, item.clone(), branch.pipe.is_assign);
                }
                [] => {}
            }
            let walked = self.walk(&branch.body, &item, frame);
            frame.leave(scope);
            match walked {
                Ok(()) | Err(Stop::Continue) => {}
                Err(Stop::Break) => break,
                Err(fault) => return Err(fault),
            }
        }
        Ok(())
    }
}

/// What stands where a template prints nothing that is. Helm takes it out of the output.
pub(crate) const NO_VALUE: &str = "<no value>";

/// Writes what stands between actions, line by line, so that each line has its own place.
fn write(node: &TextNode, frame: &mut Frame) {
    let mut at = frame.written.start_of(node);
    if let Written::Value(text) = &*frame.written.clone() {
        frame.out.push(&text.slice(at..at + node.text.len()));
        return;
    }
    for line in node.text.split_inclusive('\n') {
        let link = frame.written.link(at..at + line.len());
        frame.out.push_from(line, &link, true);
        at += line.len();
    }
}

/// What a loop goes over: keys or numbers, and items.
fn items(over: &Value) -> Result<Vec<(Value, Value)>, Fault> {
    let numbered = |(at, item): (usize, Value)| (Value::from(i64::try_from(at).unwrap_or(i64::MAX)), item);
    match &over.kind {
        Kind::Nil | Kind::Open(_) => Ok(Vec::new()),
        Kind::List(items) => Ok(items.iter().cloned().enumerate().map(numbered).collect()),
        Kind::Map(map) => Ok(map.entries().into_iter().map(|(name, it)| (Value::from(&*name), it)).collect()),
        Kind::Object(it) => Ok(it.entries().into_iter().map(|(name, it)| (Value::from(&*name), it)).collect()),
        Kind::Int(number) if *number <= 100_000 => {
            Ok((0..*number).map(|it| (Value::from(it), Value::from(it))).collect())
        }
        Kind::Text(text) if text.open().is_some() => Ok(Vec::new()),
        Kind::Int(_) | Kind::Bool(_) | Kind::Float(_) | Kind::Text(_) => {
            Err(Fault::new(format!("range can't iterate over {}", over.print().as_str())))
        }
    }
}

/// The first value that an action asks for: `.Values.image.tag`.
fn wanted(action: &str) -> Option<String> {
    let action = action.split("}}").next()?;
    let start = action.find(".Values.")?;
    let name = action.get(start + 1..)?;
    let end =
        name.find(|it: char| !(it.is_alphanumeric() || it == '.' || it == '_' || it == '-')).unwrap_or(name.len());
    name.get("Values.".len()..end).map(|it| it.trim_end_matches('.').to_owned())
}

impl Renderer for Machine {
    fn include(&mut self, name: &str, data: Value) -> Result<Text, Fault> {
        let template = self.templates.get(name).cloned();
        let Some(template) = template else {
            return Err(Fault::new(format!("there is no template `{name}`")).at(self.place));
        };
        let wanted = self.wanted.clone();
        let text = self.run(&template, &data);
        self.wanted = wanted;
        text
    }

    fn tpl(&mut self, text: &Text, data: Value) -> Result<Text, Fault> {
        if !text.as_str().contains("{{") {
            return Ok(text.clone());
        }
        self.spend(text.as_str().len() / 100)?;
        let place = self.place;
        let parsed = template::parse(Written::Value(text.clone())).map_err(|it| it.at(place))?;
        let hidden: Vec<_> = parsed
            .named
            .iter()
            .map(|(name, template)| (name.clone(), self.templates.insert(name.clone(), template.clone())))
            .collect();
        let wanted = self.wanted.clone();
        let made = self.run(&parsed.main, &data);
        self.wanted = wanted;
        for (name, template) in hidden.into_iter().rev() {
            match template {
                Some(template) => self.templates.insert(name, template),
                None => self.templates.remove(&name),
            };
        }
        made
    }

    fn spend(&mut self, steps: usize) -> Result<(), Fault> {
        self.steps = self.steps.saturating_add(steps);
        if self.steps > Limit::HelmSteps.value() {
            return Err(Fault::new("the templates of this chart do not come to an end").at(self.place));
        }
        Ok(())
    }

    fn write(&mut self, bytes: usize) -> Result<(), Fault> {
        self.bytes = self.bytes.saturating_add(bytes);
        if self.bytes > Limit::HelmBytes.value() {
            let most = Limit::HelmBytes.value();
            return Err(Fault::new(format!("the templates of this chart write more than {most} bytes")).at(self.place));
        }
        Ok(())
    }

    fn place(&self) -> Span {
        self.place
    }

    fn wanted(&self) -> Option<String> {
        self.wanted.clone()
    }

    fn remark(&mut self, problem: Problem) {
        if !self.remarks.contains(&problem) {
            self.remarks.push(problem);
        }
    }
}
