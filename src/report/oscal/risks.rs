//! Risks: the gaps of a policy that stand, those that a waiver accepts, and those that the baseline knows.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::model::{Assessment, Finding, Outcome, PolicyResult, Standing, WaiverResult};

use super::names::{NAMESPACE, Names, line, moment, property, prose};
use super::observations;

/// Why gaps of a policy are one risk.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Answer {
    Open,
    Known,
    Waived(String),
}

/// A risk, with the criteria that it bears on.
pub(super) struct Risk {
    pub(super) uuid: String,
    pub(super) criteria: Vec<String>,
    pub(super) value: Value,
}

/// One risk for each policy and each answer that people gave to its failures.
pub(super) fn risks(assessment: &Assessment, findings: &[&Finding], actor: &Value, names: &Names) -> Vec<Risk> {
    let mut groups: BTreeMap<(&str, Answer), Vec<&Finding>> = BTreeMap::new();
    for it in findings.iter().filter(|it| it.outcome == Outcome::Fail) {
        let answer = match (&it.waiver, it.baseline) {
            (Some(waiver), _) => Answer::Waived(waiver.clone()),
            (None, true) => Answer::Known,
            (None, false) => Answer::Open,
        };
        groups.entry((&it.policy.0, answer)).or_default().push(it);
    }
    let policies: BTreeMap<&str, &PolicyResult> = assessment.policies.iter().map(|it| (it.id.0.as_str(), it)).collect();
    let waivers: BTreeMap<&str, &WaiverResult> =
        assessment.waivers.iter().map(|it| (it.waiver.id.as_str(), it)).collect();
    let made = groups.into_iter().map(|((policy, answer), findings)| {
        let key = match &answer {
            Answer::Open => format!("{policy}\nopen"),
            Answer::Known => format!("{policy}\nknown"),
            Answer::Waived(waiver) => format!("{policy}\nwaived\n{waiver}"),
        };
        let waiver = match &answer {
            Answer::Waived(id) => waivers.get(id.as_str()).copied(),
            Answer::Open | Answer::Known => None,
        };
        let uuid = names.uuid("risk", &key);
        let mut criteria: Vec<String> = findings.iter().flat_map(|it| it.criteria.iter().cloned()).collect();
        criteria.sort();
        criteria.dedup();
        let value = risk(&uuid, policies.get(policy).copied(), &answer, waiver, &findings, actor, names);
        Risk { uuid, criteria, value }
    });
    made.collect()
}

fn risk(
    uuid: &str,
    policy: Option<&PolicyResult>,
    answer: &Answer,
    waiver: Option<&WaiverResult>,
    findings: &[&Finding],
    actor: &Value,
    names: &Names,
) -> Value {
    let id = findings.first().map_or("", |it| it.policy.0.as_str());
    let (title, why) = policy.map_or((id, ""), |it| (it.title.as_str(), it.description.as_str()));
    let severity = findings.iter().map(|it| it.severity).max().map_or("low", |it| it.name());
    let (status, words) = match answer {
        Answer::Open => ("open", "not met"),
        Answer::Known => ("open", "not met, and in the baseline of known gaps"),
        Answer::Waived(_) => ("deviation-approved", "not met, and accepted by a waiver"),
    };
    let mut risk = json!({
        "uuid": uuid,
        "title": line(&format!("{title}: {words}")),
        "description": line(&format!("{} failures of the policy {id} are {words}", findings.len())),
        "statement": prose(why),
        "props": [property("policy", id)],
        "status": status,
        "origins": [{"actors": [actor]}],
        "characterizations": [{
            "origin": {"actors": [actor]},
            "facets": [{"name": "severity", "system": NAMESPACE, "value": severity}],
        }],
        "remediations": responses(policy, answer, waiver, findings, names, uuid),
        "related-observations": findings.iter()
            .map(|it| json!({"observation-uuid": observations::of_finding(names, it)})).collect::<Vec<_>>(),
    });
    let until = waiver.filter(|it| it.standing == Standing::Valid).and_then(|it| moment(&it.waiver.expires));
    if let (Some(until), Some(fields)) = (until, risk.as_object_mut()) {
        fields.insert("deadline".to_owned(), json!(until));
    }
    risk
}

/// What people decided, then how to mend it in each format that fails.
fn responses(
    policy: Option<&PolicyResult>,
    answer: &Answer,
    waiver: Option<&WaiverResult>,
    findings: &[&Finding],
    names: &Names,
    risk: &str,
) -> Vec<Value> {
    let mut responses = Vec::new();
    if let Answer::Waived(id) = answer {
        let reason = waiver.map_or("", |it| it.waiver.reason.as_str());
        let mut props = vec![json!({"name": "type", "value": "accept"}), property("waiver", id)];
        if let Some(it) = waiver {
            props.extend([property("owner", &it.waiver.owner), property("expires", &it.waiver.expires)]);
        }
        responses.push(json!({
            "uuid": names.uuid("response", &format!("{risk}\naccept")),
            "lifecycle": "completed",
            "title": line(&format!("accepted by waiver {id}")),
            "description": line(reason),
            "props": props,
        }));
    }
    let mut helps: Vec<(&str, &str)> =
        findings.iter().filter_map(|it| Some((it.subject.format.as_str(), it.remediation.as_deref()?))).collect();
    helps.sort_unstable();
    helps.dedup();
    responses.extend(helps.into_iter().map(|(format, help)| {
        json!({
            "uuid": names.uuid("response", &format!("{risk}\n{format}\n{help}")),
            "lifecycle": "recommendation",
            "title": line(&format!("how to mend it in {format}")),
            "description": prose(help),
            "props": [{"name": "type", "value": "mitigate"}],
        })
    }));
    if responses.is_empty() {
        let help = policy.map_or("", |it| it.title.as_str());
        responses.push(json!({
            "uuid": names.uuid("response", &format!("{risk}\nmeet")),
            "lifecycle": "recommendation",
            "title": "meet the policy",
            "description": prose(help),
            "props": [{"name": "type", "value": "mitigate"}],
        }));
    }
    responses
}
