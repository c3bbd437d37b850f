//! The document around the results: who made it, what it is of, and the results themselves.

use std::collections::BTreeMap;
use std::io;
use std::io::Write;

use serde_json::{Value, json};

use crate::model::{Assessment, AttestationResult, Finding, Sources, Standing};
use crate::report::json;
use crate::report::options::HumanOptions;

use super::names::{NAMESPACE, Names, line, moment, of, property, string, token};
use super::{findings, observations, resources, risks};

/// The oldest release of the format whose model the document keeps.
const OSCAL_VERSION: &str = "1.1.3";

/// Findings that are told one by one, worst first; the populations count them all.
const MAX_FINDINGS: usize = 20_000;

/// Writes the document, indented, with a newline at the end.
pub fn render(
    assessment: &Assessment,
    _sources: &Sources,
    _options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let content = serde_json::to_vec(assessment)?;
    json::write(&document(assessment, &of(&content)), out)
}

fn document(assessment: &Assessment, uuid: &str) -> Value {
    let names = Names::new(assessment);
    // A run has a day; a day that is none can only come from a document that was edited.
    let moment = moment(&assessment.run.date).unwrap_or_else(|| "1970-01-01T00:00:00Z".to_owned());
    let people = people(assessment, &names);
    let mut results = json!({
        "uuid": uuid,
        "metadata": metadata(assessment, &moment, &people),
        "import-ap": {"href": format!("#{}", resources::plan(&names))},
    });
    let listed: Vec<&Finding> = assessment.findings.iter().take(MAX_FINDINGS).collect();
    let objectives: Vec<Value> = findings::in_scope(assessment).map(findings::objective).collect();
    if let Some(fields) = results.as_object_mut() {
        if !objectives.is_empty() {
            fields.insert("local-definitions".to_owned(), json!({"objectives-and-methods": objectives}));
        }
        fields.insert("results".to_owned(), json!([result(assessment, &listed, &moment, &people, &names)]));
        fields.insert("back-matter".to_owned(), resources::back_matter(assessment, &listed, &names));
    }
    json!({"assessment-results": results})
}

fn metadata(assessment: &Assessment, moment: &str, people: &BTreeMap<&str, String>) -> Value {
    let title = format!("{}: assessment results", assessment.framework_titles());
    let mut metadata = json!({
        "title": line(&title),
        "last-modified": moment,
        "version": string(assessment.run.repository.as_ref().and_then(|it| it.commit.as_deref()).unwrap_or(&assessment.run.date)),
        "oscal-version": OSCAL_VERSION,
        "remarks": "The words claim no more than files show: an opinion is the auditor's.",
    });
    if let (false, Some(fields)) = (people.is_empty(), metadata.as_object_mut()) {
        let parties: Vec<Value> =
            people.iter().map(|(name, uuid)| json!({"uuid": uuid, "type": "person", "name": string(name)})).collect();
        fields.insert("roles".to_owned(), json!([{"id": "attester", "title": "Attests what no file can show"}]));
        fields.insert("parties".to_owned(), json!(parties));
    }
    metadata
}

fn result(
    assessment: &Assessment,
    listed: &[&Finding],
    moment: &str,
    people: &BTreeMap<&str, String>,
    names: &Names,
) -> Value {
    let tool = names.uuid("component", "tool");
    let actor = json!({"type": "tool", "actor-uuid": tool});
    let risks = risks::risks(assessment, listed, &actor, names);
    let judged = assessment.policies.iter().filter(|it| it.population.subjects > 0);
    let observed: Vec<Value> = judged
        .map(|it| observations::population(it, &actor, moment, names))
        .chain(listed.iter().map(|it| observations::finding(it, &actor, moment, names)))
        .collect();
    let reviewed: Vec<Value> = findings::in_scope(assessment).map(|it| json!({"control-id": token(&it.id)})).collect();
    let mut result = json!({
        "uuid": names.uuid("result", &assessment.run.date),
        "title": line(&format!("{} judged by {}", assessment.framework_titles(), assessment.run.date)),
        "description": line(&assessment.gate.reason),
        "start": moment,
        "end": moment,
        "props": props(assessment),
        "local-definitions": local_definitions(assessment, listed, &tool, names),
        "reviewed-controls": {"control-selections": [{
            "description": line(&format!("categories: {}", assessment.scope.categories.join(", "))),
            "include-controls": reviewed,
        }]},
    });
    let lists = [
        ("attestations", attestations(assessment, people, names)),
        ("observations", observed),
        ("risks", risks.iter().map(|it| it.value.clone()).collect()),
        ("findings", findings::findings(assessment, listed, &risks, names)),
    ];
    if let Some(fields) = result.as_object_mut() {
        for (name, list) in lists.into_iter().filter(|it| !it.1.is_empty()) {
            fields.insert(name.to_owned(), json!(list));
        }
        let notes = notes(assessment, listed.len());
        if !notes.is_empty() {
            fields.insert("remarks".to_owned(), json!(notes));
        }
    }
    result
}

fn props(assessment: &Assessment) -> Vec<Value> {
    let files = &assessment.ledger.summary;
    let mut props = vec![
        property("gate", if assessment.gate.passed { "passed" } else { "failed" }),
        property("fail-on", assessment.gate.fail_on.name()),
        property("files-collected", &files.collected.to_string()),
        property("files-partly", &files.partly.to_string()),
        property("files-failed", &files.failed.to_string()),
        property("files-skipped", &files.skipped.to_string()),
    ];
    props.extend(assessment.run.examination.iter().map(|it| property("examination", &it.words())));
    props.extend(assessment.repository().iter().map(|it| property("repository", it)));
    props.extend(assessment.repositories.iter().skip(1).map(|it| property("repository", &it.name)));
    props
}

/// The tool, where it runs, and the things that findings are of.
fn local_definitions(assessment: &Assessment, listed: &[&Finding], tool: &str, names: &Names) -> Value {
    let component = json!({
        "uuid": tool,
        "type": "software",
        "title": line(&assessment.tool.name),
        "description": "Collects evidence from repositories and judges it by policies.",
        "props": [
            {"name": "version", "value": string(&assessment.tool.version)},
            property("policies-digest", &assessment.tool.policies_digest),
        ],
        "status": {"state": "operational"},
    });
    let platform = json!({
        "uuid": names.uuid("platform", "run"),
        "title": "Where the tool ran",
        "uses-components": [{"component-uuid": tool}],
    });
    let mut definitions = json!({
        "assessment-assets": {"components": [component], "assessment-platforms": [platform]},
    });
    let items = observations::inventory(listed, names);
    if let (false, Some(fields)) = (items.is_empty(), definitions.as_object_mut()) {
        fields.insert("inventory-items".to_owned(), json!(items));
    }
    definitions
}

/// Everybody whose word counts.
fn people<'a>(assessment: &'a Assessment, names: &Names) -> BTreeMap<&'a str, String> {
    let by = valid(assessment).map(|it| it.attestation.by.as_str());
    by.map(|it| (it, names.uuid("party", it))).collect()
}

fn valid(assessment: &Assessment) -> impl Iterator<Item = &AttestationResult> {
    assessment.attestations.iter().filter(|it| it.standing == Standing::Valid)
}

/// People's word on criteria. What has lapsed or gone stale is nobody's word any more.
fn attestations(assessment: &Assessment, people: &BTreeMap<&str, String>, names: &Names) -> Vec<Value> {
    let made = valid(assessment).enumerate().map(|(at, it)| {
        let it = &it.attestation;
        let of = it.aspect.as_ref().map_or(it.criterion.clone(), |aspect| format!("{}/{aspect}", it.criterion));
        let party = people.get(it.by.as_str());
        let mut props =
            vec![property("criterion", &of), property("date", &it.date), property("valid-until", &it.valid_until)];
        props.extend(it.evidence.iter().map(|it| property("evidence", &format!("{} sha256:{}", it.path, it.sha256))));
        json!({
            "responsible-parties": [{"role-id": "attester", "party-uuids": party.into_iter().collect::<Vec<_>>()}],
            "parts": [{
                "uuid": names.uuid("attestation", &format!("{of}\n{at}")),
                "name": "attestation-statement",
                "ns": NAMESPACE,
                "title": line(&of),
                "props": props,
                "prose": line(&it.statement),
            }],
        })
    });
    made.collect()
}

/// What kept the run from knowing more, and what is left out here.
fn notes(assessment: &Assessment, listed: usize) -> String {
    let cut = assessment.findings.len() - listed;
    let cut = (cut > 0).then(|| format!("{cut} more findings are not told one by one; the populations count them."));
    let unread = assessment.ledger.unread().map(|it| {
        let why = it.reason.as_deref().or(it.problems.first().map(|it| it.message.as_str())).unwrap_or_default();
        format!("{} was not read whole: {why}", it.path)
    });
    let said = assessment.problems.iter().chain(&assessment.remarks).map(|it| it.message.clone());
    let notes: Vec<String> = cut.into_iter().chain(said).chain(unread).map(|it| line(&it)).collect();
    notes.join("\n\n")
}
