//! The short form of a policy: a YAML file that names a fact and what it must be, compiled to Rego.

use std::fmt::Write;
use std::sync::OnceLock;

use serde_json::Value as Json;

use super::lint::vocabulary;
use super::{metadata, plain, schema};
use crate::model::{EvidenceKind, Framework, Node, Problem, SourceId, nearest};
use crate::syntax::yaml;

/// How such a file's name ends.
pub const ENDING: &str = ".policy.yaml";

/// The JSON Schema of the short form.
pub const SCHEMA: &str = include_str!("../../policies/short.schema.json");

/// A compiled short form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compiled {
    pub policy: String,
    pub tests: String,
}

/// What a fact must be.
struct Bound<'a> {
    /// What the file calls it: `equals`.
    name: &'a str,
    /// The condition on `value` that holds when all is well.
    holds: String,
    /// Values that are well, and some that are not.
    good: Vec<Json>,
    bad: Vec<Json>,
    /// The words of the message: `is not true`.
    words: String,
}

/// Compiles a file, held to the criteria of `frameworks`; what is wrong is shown in the file itself.
pub fn compile(source: SourceId, text: &str, frameworks: &[Framework]) -> Result<Compiled, Vec<Problem>> {
    let mut parsed = yaml::parse(source, text);
    let Some(node) = parsed.documents.pop().filter(|_| parsed.problems.is_empty()) else {
        return Err(parsed.problems);
    };
    let mut problems = schema::problems(schema(), &node);
    if !problems.is_empty() {
        return Err(problems);
    }
    problems.extend(metadata::links_problems(node.get("criteria"), frameworks));
    let word = |name: &str| node.get(name).and_then(Node::as_str).unwrap_or_default();
    let at = |name: &str| node.get(name).map_or(node.span, |it| it.span);
    let Some(kind) = EvidenceKind::from_name(word("kind")) else {
        let known = EvidenceKind::ALL.map(EvidenceKind::name);
        let near = nearest(word("kind"), known).map_or(known.join(", "), |it| format!("is `{it}` meant?"));
        return Err(vec![Problem::at(at("kind"), "this is no kind of evidence").with_help(near)]);
    };
    let first = word("fact").split('.').next().unwrap_or_default();
    let facts = node.get("only").map(Node::entries).unwrap_or_default();
    let facts = facts.iter().map(|it| (&*it.name, it.node.name_span.unwrap_or(it.node.span)));
    for (fact, span) in facts.chain([(first, at("fact"))]) {
        if vocabulary::fact(kind, fact).is_none() && !vocabulary::IDENTITY.contains(&fact) {
            let near = nearest(fact, vocabulary::names(kind)).map(|it| format!("is `{it}` meant?"));
            let all = || format!("its facts: {}", vocabulary::names(kind).collect::<Vec<_>>().join(", "));
            let message = format!("no collector promises the fact `{fact}` of a {}", kind.name());
            problems.push(Problem::at(span, message).with_help(near.unwrap_or_else(all)));
        }
    }
    let prefix = format!("{}-", kind.name().replace('_', "-"));
    let Some(name) = word("id").strip_prefix(&prefix) else {
        problems.push(Problem::at(at("id"), format!("the id must begin with its kind: `{prefix}`")));
        return Err(problems);
    };
    let bounds: Vec<Bound<'_>> = BOUNDS.iter().filter_map(|it| bound(it, node.get(it)?)).collect();
    match bounds.as_slice() {
        [bound] if problems.is_empty() => Ok(written(kind, name, &node, bound)),
        [_] => Err(problems),
        [] => {
            let message = format!("the policy says nothing of the fact: one of {}", BOUNDS.join(", "));
            problems.push(Problem::at(at("fact"), message));
            Err(problems)
        }
        [_, second, ..] => {
            problems
                .push(Problem::at(at(second.name), "one policy says one thing of its fact; write another for this"));
            Err(problems)
        }
    }
}

const BOUNDS: &[&str] = &["equals", "not_equals", "one_of", "none_of", "at_least", "at_most", "is_set"];

fn bound<'a>(name: &'a str, node: &Node) -> Option<Bound<'a>> {
    let value = plain::value(node);
    let items = || value.as_array().cloned().unwrap_or_default();
    let number = |step: i64| value.as_i64().map(|it| Json::from(it + step)).into_iter().collect();
    let made =
        |holds: String, good: Vec<Json>, bad: Vec<Json>, words: String| Some(Bound { name, holds, good, bad, words });
    let this = || vec![value.clone()];
    let another = |it: &Json| vec![other(it)];
    match name {
        "equals" => made(format!("value == {value}"), this(), another(&value), format!("is not {value}")),
        "not_equals" => made(format!("value != {value}"), another(&value), this(), format!("is {value}")),
        "one_of" => {
            made(format!("value in {value}"), items(), another(items().first()?), format!("is none of {value}"))
        }
        "none_of" => {
            made(format!("not value in {value}"), another(items().first()?), items(), format!("is one of {value}"))
        }
        "at_least" => made(format!("value >= {value}"), this(), number(-1), format!("is less than {value}")),
        "at_most" => made(format!("value <= {value}"), this(), number(1), format!("is more than {value}")),
        "is_set" => {
            let (good, bad) = (vec![Json::from("any")], vec![Json::from("")]);
            made("value != \"\"".to_owned(), good, bad, "is not set".to_owned())
        }
        _ => None,
    }
}

/// Another value of the same shape.
fn other(value: &Json) -> Json {
    match value {
        Json::Bool(it) => Json::from(!it),
        Json::Number(it) => Json::from(it.as_i64().unwrap_or(0) + 1),
        _ => Json::from("another"),
    }
}

fn written(kind: EvidenceKind, name: &str, node: &Node, bound: &Bound<'_>) -> Compiled {
    let word = |it: &str| node.get(it).and_then(Node::as_str).unwrap_or_default();
    let (kind, package) = (kind.name(), name.replace('-', "_"));
    let path: Vec<&str> = word("fact").split('.').collect();
    let first = path.first().copied().unwrap_or_default();
    let only: Vec<(String, Json)> = node
        .get("only")
        .map(Node::entries)
        .unwrap_or_default()
        .iter()
        .map(|it| (it.name.to_string(), plain::value(&it.node)))
        .collect();
    let mut reads: Vec<&str> = vec![first];
    reads.extend(only.iter().map(|it| it.0.as_str()).filter(|it| !vocabulary::IDENTITY.contains(it) && *it != first));
    let description =
        if word("description").is_empty() { "The policy of the repository says so." } else { word("description") };
    let severity = if word("severity").is_empty() { "medium" } else { word("severity") };
    let mut text = String::new();
    let mut line = |it: String| {
        text.push_str(&it);
        text.push('\n');
    };
    line("# METADATA".to_owned());
    line(format!("# title: {}", Json::from(word("title"))));
    line(format!("# description: {}", Json::from(description)));
    line("# custom:".to_owned());
    line(format!("#   id: {}", word("id")));
    line(format!("#   severity: {severity}"));
    line("#   criteria:".to_owned());
    for it in node.get("criteria").map(Node::items).unwrap_or_default() {
        line(format!("#     - {}", plain::value(it)));
    }
    line("#   tests: design".to_owned());
    line(format!("#   reads: {}", Json::from(reads)));
    for section in ["remediation", "aliases"] {
        let entries = node.get(section).map(Node::entries).unwrap_or_default();
        if !entries.is_empty() {
            line(format!("#   {section}:"));
        }
        for it in entries {
            line(format!("#     {}: {}", it.name, plain::value(&it.node)));
        }
    }
    line("#   since: \"0.1.0\"".to_owned());
    line(format!("package gapcheck.{kind}.{package}\n"));
    let scope = if only.is_empty() { String::new() } else { format!("\t_in_scope({kind})\n") };
    line(format!("subjects contains {kind}.id if {{\n\tsome {kind} in input.{kind}\n{scope}}}\n"));
    let path = Json::from(path);
    let message = format!("%s: {} {}", word("fact"), bound.words.replace('%', "%%"));
    line(format!(
        "deny contains {{\"subject\": {kind}.id, \"path\": {path}, \"message\": message}} if {{\n\tsome {kind} in input.{kind}\n\
         {scope}\tnot _is_well({kind})\n\tmessage := sprintf({}, [{kind}.name])\n}}\n",
        Json::from(message)
    ));
    line(format!("_is_well({kind}) if {{\n\tvalue := {kind}.{}\n\t{}\n}}", word("fact"), bound.holds));
    if !only.is_empty() {
        let conditions = only.iter().map(|(name, value)| match value {
            Json::Array(_) => format!("\t{kind}.{name} in {value}\n"),
            _ => format!("\t{kind}.{name} == {value}\n"),
        });
        line(format!("\n_in_scope({kind}) if {{\n{}}}", conditions.collect::<String>()));
    }
    Compiled { policy: text, tests: tests(kind, &package, &path, &only, bound) }
}

fn tests(kind: &str, package: &str, path: &Json, only: &[(String, Json)], bound: &Bound<'_>) -> String {
    let inside: serde_json::Map<String, Json> = only
        .iter()
        .map(|(name, value)| (name.clone(), value.as_array().and_then(|it| it.first()).unwrap_or(value).clone()))
        .collect();
    let with =
        |value: Option<&Json>| {
            let mut subject = inside.clone();
            subject.insert("id".to_owned(), Json::from("a"));
            subject.insert("name".to_owned(), Json::from("a"));
            if let (Some(value), Some(steps)) = (value, path.as_array()) {
                let nested =
                    steps.iter().skip(1).rev().filter_map(Json::as_str).fold(value.clone(), |value, name| {
                        Json::Object([(name.to_owned(), value)].into_iter().collect())
                    });
                subject.insert(steps.first().and_then(Json::as_str).unwrap_or_default().to_owned(), nested);
            }
            Json::Object(subject)
        };
    let mut text =
        format!("package gapcheck.{kind}.{package}_test\n\nimport data.gapcheck.{kind}.{package} as policy\n");
    let mut test = |name: &str, subject: Json, expected: &str| {
        let _ = write!(
            text,
            "\ntest_{name} if {{\n\tpaths := {{it.path | some it in policy.deny}} with input.{kind} as [{subject}]\n\
             \tpaths == {expected}\n}}\n"
        );
    };
    let denied = format!("{{{path}}}");
    test("deny_missing", with(None), &denied);
    let numbered = |name: &str, at: usize| if at == 0 { name.to_owned() } else { format!("{name}_{}", at + 1) };
    for (at, bad) in bound.bad.iter().enumerate() {
        test(&numbered("deny_other", at), with(Some(bad)), &denied);
    }
    for (at, good) in bound.good.iter().enumerate() {
        test(&numbered("allow_as_wanted", at), with(Some(good)), "set()");
    }
    if !only.is_empty() {
        test("allow_others", serde_json::json!({"id": "a", "name": "a"}), "set()");
    }
    // One thing for each value that `only` names, and one that is none of these.
    let mut population: Vec<Json> = Vec::new();
    for (name, value) in only {
        for value in value.as_array().into_iter().flatten() {
            let mut subject = inside.clone();
            subject.insert(name.clone(), value.clone());
            population.push(Json::Object(subject));
        }
    }
    if population.is_empty() {
        population.push(Json::Object(inside));
    }
    let ids: Vec<Json> = (0..population.len()).map(|at| Json::from(format!("id{at}"))).collect();
    for (subject, id) in population.iter_mut().zip(&ids) {
        if let Some(subject) = subject.as_object_mut() {
            subject.insert("id".to_owned(), id.clone());
        }
    }
    if !only.is_empty() {
        population.push(serde_json::json!({"id": "another"}));
    }
    let ids: Vec<String> = ids.iter().map(Json::to_string).collect();
    let _ = write!(
        text,
        "\ntest_subjects if {{\n\tpolicy.subjects == {{{}}} with input.{kind} as {}\n}}\n",
        ids.join(", "),
        Json::from(population)
    );
    text
}

fn schema() -> &'static Json {
    static PARSED: OnceLock<Json> = OnceLock::new();
    PARSED.get_or_init(|| serde_json::from_str(SCHEMA).expect("a test reads the schema"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_can_be_read() {
        assert!(super::schema().get("properties").is_some());
    }

    #[test]
    fn what_is_wrong_is_shown_in_the_file() {
        let text = "id: bucket-a\ntitle: Buckets are a\nkind: bucket\nfact: versionning\nequals: true\n\
                    criteria: [{id: CC6.1, aspect: inventory, strength: supporting, because: so it is}]\n\
                    remediation: {terraform: do}\n";
        let problems = compile(SourceId(0), text, &[]).unwrap_err();
        let shown = problems.iter().map(|it| text.get(it.span.unwrap().range()).unwrap()).collect::<Vec<_>>();
        assert_eq!(shown, ["CC6.1", "versionning"]);
        assert_eq!(problems[1].help.as_deref(), Some("is `versioning` meant?"));
    }
}
