//! A template to evidence: each resource untouched, and the kinds that its resources make together.

use std::collections::HashMap;

use camino::Utf8Path;

use crate::collect::terraform::{Resource, table};
use crate::model::{Entry, Evidence, EvidenceKind, Node, Problem};

use super::evaluate::{Evaluator, Truth};
use super::events;
use super::template::{Template, Written};
use super::translate::{Declared, translate};

const FORMAT: &str = "cloudformation";

/// Macros whose work is known, or done here.
const KNOWN_TRANSFORMS: &[&str] = &[
    "AWS::Serverless-2016-10-31",
    "AWS::LanguageExtensions",
    "AWS::SecretsManager-2020-07-23",
    "AWS::SecretsManager-2024-09-16",
];

/// The evidence of a template, and what could not be read.
pub(super) fn of(template: &Template<'_>, path: &Utf8Path) -> (Vec<Evidence>, Vec<Problem>) {
    let evaluator = Evaluator::new(template);
    let declared: Vec<Declared> = template.resources.iter().filter_map(|it| declared(&evaluator, it, path)).collect();
    let mut resources: Vec<Resource> = declared.iter().flat_map(translate).collect();
    resources.extend(events::made(&declared, template.globals));
    let native: HashMap<&str, &Declared> = declared.iter().map(|it| (&*it.name, it)).collect();
    let mut evidence: Vec<Evidence> = declared.iter().map(as_resource).collect();
    evidence.extend(table::kinds(&resources, &[]).into_iter().map(|it| as_ours(it, &native)));
    let mut problems = evaluator.into_problems();
    problems.extend(template.problems.iter().cloned());
    let unknown =
        |it: &&&Node| it.as_str().or_else(|| it.get("Name")?.as_str()).is_none_or(|it| !KNOWN_TRANSFORMS.contains(&it));
    for it in template.transforms.iter().filter(unknown) {
        problems.push(Problem::at(it.span, "a macro may change this template: it is read as it stands"));
    }
    for it in &template.loops {
        let place = it.name_span.unwrap_or(it.span);
        problems.push(Problem::at(place, "resources that a loop makes are not read"));
    }
    for (name, it) in &template.modules {
        let place = it.name_span.unwrap_or(it.span);
        problems.push(Problem::at(place, format!("resources that the module {name} makes are not read")));
    }
    (evidence, problems)
}

/// The resource evaluated; nothing where its condition is known not to hold.
fn declared(evaluator: &Evaluator<'_>, written: &Written, path: &Utf8Path) -> Option<Declared> {
    if let Some(condition) = written.node.get("Condition")
        && let Some(name) = condition.as_str()
        && matches!(evaluator.condition(name, condition.span, 0), Truth::Known(false))
    {
        return None;
    }
    let stated = written.node.get("Properties").and_then(|it| evaluator.value(it, 0));
    let stated = stated.unwrap_or_else(|| Node::map(Vec::new(), written.name_span));
    let policies = ["DeletionPolicy", "UpdateReplacePolicy"];
    let policies = policies.iter().filter_map(|it| Some(Entry::new(*it, evaluator.value(written.node.get(it)?, 0)?)));
    let properties = match stated.as_unresolved() {
        Some(_) => stated,
        None => {
            let entries = stated.entries().iter().cloned().chain(policies).collect();
            Node { value: Node::map(entries, stated.span).value, ..stated }
        }
    };
    Some(Declared {
        name: written.name.clone(),
        called: called(&written.node),
        native_type: written.native_type.clone(),
        properties,
        span: written.node.span,
        name_span: written.name_span,
        file: path.to_owned(),
    })
}

/// The path of a construct of the CDK, without the stack and the resource that each construct ends in.
fn called(node: &Node) -> Option<String> {
    let path = node.get("Metadata")?.get("aws:cdk:path")?.as_str()?;
    let (_, path) = path.split_once('/')?;
    let path = path.strip_suffix("/Resource").or_else(|| path.strip_suffix("/Default")).unwrap_or(path);
    (!path.is_empty()).then(|| path.to_owned())
}

/// A resource with its native properties.
fn as_resource(declared: &Declared) -> Evidence {
    let facts = vec![
        Entry::new("mode", Node::new("managed", declared.name_span)),
        Entry::new("attributes", declared.properties.clone().named(declared.name_span)),
    ];
    let is_aws = declared.native_type.starts_with("AWS::");
    Evidence {
        // The plain id is that of what the resource is: a bucket, a key.
        id: format!("{FORMAT}:{}#resource.{}", declared.file, declared.name),
        kind: EvidenceKind::Resource,
        name: declared.called.clone().unwrap_or_else(|| declared.name.clone()),
        format: FORMAT,
        provider: is_aws.then(|| "aws".to_owned()),
        native_type: Some(declared.native_type.clone()),
        address: Some(declared.name.clone()),
        span: declared.span,
        name_span: declared.name_span,
        called_from: Vec::new(),
        facts: Node::map(facts, declared.span).named(declared.name_span),
    }
}

/// The evidence under the names that the template uses.
fn as_ours(evidence: Evidence, native: &HashMap<&str, &Declared>) -> Evidence {
    let address = evidence.address.as_deref().unwrap_or_default();
    let declared = native.get(address.split('.').next().unwrap_or_default());
    let own = declared.filter(|it| it.name == evidence.name).and_then(|it| it.called.clone());
    let id = evidence.id.strip_prefix("terraform:").map(|it| format!("{FORMAT}:{it}"));
    Evidence {
        id: id.unwrap_or(evidence.id),
        name: own.unwrap_or(evidence.name),
        format: FORMAT,
        native_type: declared.map(|it| it.native_type.clone()).or(evidence.native_type),
        ..evidence
    }
}
