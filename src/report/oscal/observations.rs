//! Observations: what each policy found of its population, and each finding with its evidence.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::model::{Finding, Outcome, PolicyResult, SubjectRef};

use super::names::{METHOD, Names, line, property, prose};
use super::resources;

/// The observation of a policy's whole population.
pub(super) fn of_policy(names: &Names, policy: &str) -> String {
    names.uuid("policy", policy)
}

/// The observation of a finding.
pub(super) fn of_finding(names: &Names, finding: &Finding) -> String {
    names.uuid("finding", &finding.key())
}

/// How many of its subjects pass a policy: what a criterion that is satisfied rests on.
pub(super) fn population(policy: &PolicyResult, actor: &Value, moment: &str, names: &Names) -> Value {
    let it = policy.population;
    let numbers = [
        ("subjects", it.subjects),
        ("pass", it.pass),
        ("fail", it.fail),
        ("undetermined", it.undetermined),
        ("waived", it.waived),
    ];
    let numbers = numbers.iter().map(|(name, number)| property(name, &number.to_string()));
    json!({
        "uuid": of_policy(names, &policy.id.0),
        "title": line(&policy.title),
        "description": line(&format!("{} of {} subjects pass", it.pass, it.subjects)),
        "props": std::iter::once(property("policy", &policy.id.0)).chain(numbers).collect::<Vec<_>>(),
        "methods": [METHOD],
        "types": ["control-objective"],
        "origins": [{"actors": [actor]}],
        "collected": moment,
    })
}

/// A finding with the place that decides.
pub(super) fn finding(finding: &Finding, actor: &Value, moment: &str, names: &Names) -> Value {
    let at = &finding.location;
    let places =
        std::iter::once(("decides", at)).chain(finding.related.iter().map(|it| (it.note.as_str(), &it.location)));
    let evidence = places.map(|(note, it)| {
        let description = line(&format!("{}:{}:{} {note}", it.file, it.start.line, it.start.column));
        let lines =
            [property("start-line", &it.start.line.to_string()), property("end-line", &it.end.line.to_string())];
        if it.file == at.file {
            let href = format!("#{}", resources::file(names, it.file.as_str()));
            json!({"href": href, "description": description, "props": lines})
        } else {
            json!({"description": description, "props": lines})
        }
    });
    let mut props = vec![
        property("policy", &finding.policy.0),
        property("outcome", finding.outcome.name()),
        property("severity", finding.severity.name()),
        property("fingerprint", &finding.fingerprint),
    ];
    props.extend(finding.repository.iter().map(|it| property("repository", it)));
    props.extend(finding.waiver.iter().map(|it| property("waiver", it)));
    if finding.baseline {
        props.push(property("baseline", "yes"));
    }
    let mut observation = json!({
        "uuid": of_finding(names, finding),
        "title": line(&finding.message),
        "description": line(&finding.message),
        "props": props,
        "methods": [METHOD],
        "types": [if finding.outcome == Outcome::Fail { "finding" } else { "discovery" }],
        "origins": [{"actors": [actor]}],
        "subjects": [{
            "subject-uuid": subject(names, finding),
            "type": "inventory-item",
            "title": line(&finding.subject.name),
        }],
        "relevant-evidence": evidence.collect::<Vec<_>>(),
        "collected": moment,
    });
    let help = finding.unresolved.as_ref().map(|it| &it.help).or(finding.remediation.as_ref());
    if let (Some(help), Some(fields)) = (help, observation.as_object_mut()) {
        fields.insert("remarks".to_owned(), json!(prose(help)));
    }
    observation
}

/// What the findings are of: one item a subject.
pub(super) fn inventory(findings: &[&Finding], names: &Names) -> Vec<Value> {
    let mut items: BTreeMap<String, &SubjectRef> = BTreeMap::new();
    for it in findings {
        items.entry(subject(names, it)).or_insert(&it.subject);
    }
    let item = |(uuid, it): (String, &SubjectRef)| {
        let mut props =
            vec![property("subject", &it.id), property("kind", it.kind.name()), property("format", &it.format)];
        props.extend(it.native_type.iter().map(|it| property("type", it)));
        props.extend(it.provider.iter().map(|it| property("provider", it)));
        json!({"uuid": uuid, "description": line(&format!("{} {}", it.kind.name(), it.name)), "props": props})
    };
    items.into_iter().map(item).collect()
}

fn subject(names: &Names, finding: &Finding) -> String {
    names.uuid("subject", &format!("{}\n{}", finding.repository.as_deref().unwrap_or_default(), finding.subject.id))
}
