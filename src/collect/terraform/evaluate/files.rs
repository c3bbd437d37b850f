//! Functions that read files of the scanned root, and templates that are rendered where they are named.

use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use globset::GlobBuilder;

use crate::model::Limit;
use crate::model::{Cause, Node, Problem, Shape, SourceId, Span, Through, Value};
use crate::syntax::hcl;

use super::super::project::normal;
use super::scope::Scope;
use super::value::{Evaluated, because_of, fault, first_unknown, sorted_entries, text, unresolved};

/// How deep templates may render templates. One that renders itself has no end.
const DEEPEST_TEMPLATE: usize = 16;

/// How many bytes of a template cost as much as an expression.
const BYTES_A_STEP: usize = 16;

impl Scope<'_, '_> {
    /// The paths below a folder that match a pattern.
    pub(super) fn file_set(&self, arguments: &[Node], span: Span) -> Evaluated {
        if let Some(unknown) = arguments.iter().find_map(first_unknown) {
            return Ok(because_of(unknown, Shape::List, span));
        }
        let (Some(folder), Some(pattern)) = (arguments.first().and_then(text), arguments.get(1).and_then(text)) else {
            return Err(fault(span, "fileset needs a folder and a pattern"));
        };
        let glob = GlobBuilder::new(&pattern).literal_separator(true).build();
        let glob = glob.map_err(|it| fault(span, format!("fileset: {}", it.kind())))?.compile_matcher();
        let [plain, below] = self.places(&folder);
        if is_outside(&plain) && is_outside(&below) {
            return Ok(unresolved(Cause::OutOfScope(format!("the folder {folder}")), span, Shape::List, span));
        }
        let paths = &self.instance.project.target.paths;
        let within = |base: &Utf8Path| -> Vec<Node> {
            let relative = paths.iter().filter_map(|it| it.strip_prefix(base).ok());
            let matching = relative.filter(|it| glob.is_match(it.as_std_path()));
            matching.take(Limit::TerraformElements.value()).map(|it| Node::new(it.as_str(), span)).collect()
        };
        let found = within(&plain);
        Ok(Node::list(if found.is_empty() { within(&below) } else { found }, span))
    }

    /// `file`, `fileexists` and `templatefile`: files within the scanned root, as far as they were read.
    pub(super) fn file_call(&self, name: &str, arguments: &[Node], span: Span) -> Evaluated {
        let Some(path) = arguments.first() else { return Err(fault(span, format!("{name} needs a path"))) };
        if let Some(unknown) = path.as_unresolved() {
            let shape = if name == "fileexists" { Shape::Bool } else { Shape::String };
            return Ok(because_of(unknown, shape, span));
        }
        let Some(path) = text(path) else { return Err(fault(span, "a path must be a text")) };
        let target = self.instance.project.target;
        let [plain, below] = self.places(&path);
        if name == "fileexists" {
            if is_outside(&plain) || is_outside(&below) {
                return Ok(unresolved(Cause::OutOfScope(format!("the file {path}")), span, Shape::Bool, span));
            }
            return Ok(Node::new(target.has(&plain) || target.has(&below), span));
        }
        let Some(file) = target.file(&plain).or_else(|| target.file(&below)) else {
            return Ok(unresolved(Cause::OutOfScope(format!("the file {path}")), span, Shape::String, span));
        };
        self.instance.run.used.borrow_mut().insert(file.id);
        let through = Through { note: format!("the file {}", file.path).into(), span: Span::start_of(file.id) };
        let node = match name {
            "file" => Node::new(file.text.clone(), span),
            _ => self.rendered(file.id, &file.text, arguments.get(1), span)?,
        };
        Ok(node.through(through))
    }

    /// `templatestring`: a template that is itself a value.
    pub(super) fn template_string(&self, arguments: &[Node], span: Span) -> Evaluated {
        let [template, values] = arguments else { return Err(fault(span, "templatestring takes a text and values")) };
        if let Some(unknown) = template.as_unresolved() {
            return Ok(because_of(unknown, Shape::String, span));
        }
        let Some(written) = text(template) else { return Err(fault(template.span, "a template must be a text")) };
        self.rendered(span.source, &written, Some(values), span)
    }

    /// A template with values in place of its names. Nothing else of the module is seen in it.
    fn rendered(&self, source: SourceId, written: &str, values: Option<&Node>, span: Span) -> Evaluated {
        let run = self.instance.run;
        run.steps.set(run.steps.get().saturating_add(written.len() / BYTES_A_STEP));
        if run.templates.get() >= DEEPEST_TEMPLATE {
            self.instance.problem(Problem::at(span, "templates render templates without end"));
            return Ok(unresolved(Cause::Limit("templates that nest this deep".into()), span, Shape::String, span));
        }
        let parts = match hcl::template(source, written, 0) {
            Ok(parts) => parts,
            Err(problem) => return Err(fault(span, problem.message)),
        };
        let mut scope = Scope::of(self.instance);
        if let Some(values) = values {
            if let Some(unknown) = values.as_unresolved() {
                return Ok(because_of(unknown, Shape::String, span));
            }
            scope.bound = sorted_entries(values).into_iter().map(|it| (it.name.clone(), it.node.clone())).collect();
        }
        run.templates.set(run.templates.get() + 1);
        let made = scope.template(&parts, span);
        run.templates.set(run.templates.get().saturating_sub(1));
        let node = made?;
        // The result is a text, whatever stood alone in the template.
        let value = match (&node.value, text(&node)) {
            (Value::Number(_) | Value::Bool(_), Some(it)) => Value::String(Arc::clone(&it)),
            _ => node.value,
        };
        Ok(Node { span, value, ..node })
    }

    /// Where a path leads: below the scanned root as `path.module` writes it, or below the root module's folder.
    fn places(&self, path: &str) -> [Utf8PathBuf; 2] {
        [normal(Utf8Path::new(path)), normal(&self.instance.root.path.join(path))]
    }
}

/// Whether a path leads out of what is scanned, where nobody looked.
fn is_outside(path: &Utf8Path) -> bool {
    path.starts_with("..")
}
