//! Findings: for each criterion in scope whether its objective is satisfied. Only what is shown, or attested, is.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::model::{Assessment, ControlStatus, CriterionResult, Finding};

use super::names::{METHOD, Names, line, property, token};
use super::observations;
use super::risks::Risk;

/// The criteria that were reviewed.
pub(super) fn in_scope(assessment: &Assessment) -> impl Iterator<Item = &CriterionResult> {
    assessment.criteria.iter().filter(|it| it.status != ControlStatus::OutOfScope)
}

/// The objective of a criterion, by its own id, and the method: reading what files state.
pub(super) fn objective(criterion: &CriterionResult) -> Value {
    let id = target(criterion);
    let method = format!("{id}.method");
    let props = json!([{"name": "method", "value": METHOD}, {"name": "method-id", "value": method}]);
    let aspects = criterion.aspects.iter().map(|it| {
        json!({
            "id": token(&format!("{id}.{}", it.id)),
            "name": "assessment-objective",
            "props": props,
            "prose": line(&it.title),
        })
    });
    let aspects: Vec<Value> = aspects.collect();
    let mut objective =
        json!({"id": id, "name": "assessment-objective", "props": props, "prose": line(&criterion.title)});
    if let (false, Some(fields)) = (aspects.is_empty(), objective.as_object_mut()) {
        fields.insert("parts".to_owned(), json!(aspects));
    }
    let method = json!({
        "id": method,
        "name": "assessment-method",
        "props": [{"name": "method", "value": METHOD}],
        "parts": [{
            "name": "assessment-objects",
            "prose": "The files of the repository, its history, and what people attest in it.",
        }],
    });
    json!({"control-id": token(&criterion.id), "parts": [objective, method]})
}

/// One finding for each criterion in scope.
pub(super) fn findings(assessment: &Assessment, listed: &[&Finding], risks: &[Risk], names: &Names) -> Vec<Value> {
    let mut observed: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for policy in assessment.policies.iter().filter(|it| it.population.subjects > 0) {
        for link in &policy.criteria {
            let of = observed.entry(&link.criterion).or_default();
            let uuid = observations::of_policy(names, &policy.id.0);
            if !of.contains(&uuid) {
                of.push(uuid);
            }
        }
    }
    for it in listed {
        for criterion in &it.criteria {
            observed.entry(criterion).or_default().push(observations::of_finding(names, it));
        }
    }
    in_scope(assessment).map(|it| finding(it, observed.get(it.id.as_str()), risks, names)).collect()
}

fn finding(criterion: &CriterionResult, observed: Option<&Vec<String>>, risks: &[Risk], names: &Names) -> Value {
    let (state, reason) = match criterion.status {
        ControlStatus::Satisfied | ControlStatus::Attested => ("satisfied", "pass"),
        ControlStatus::Gap => ("not-satisfied", "fail"),
        // Nobody said that it fails; but nothing shows that it is satisfied, and the format has no third state.
        ControlStatus::Partial
        | ControlStatus::Waived
        | ControlStatus::NoEvidence
        | ControlStatus::Manual
        | ControlStatus::Undetermined
        | ControlStatus::OutOfScope => ("not-satisfied", "other"),
    };
    let it = criterion.population;
    let mut finding = json!({
        "uuid": names.uuid("criterion", &criterion.id),
        "title": line(&format!("{} {}", criterion.id, criterion.title)),
        "description": line(&criterion.reason),
        "props": [
            property("status", criterion.status.words()),
            property("subjects", &it.subjects.to_string()),
            property("pass", &it.pass.to_string()),
            property("fail", &it.fail.to_string()),
            property("undetermined", &it.undetermined.to_string()),
            property("waived", &it.waived.to_string()),
        ],
        "target": {
            "type": "objective-id",
            "target-id": target(criterion),
            "status": {
                "state": state,
                "reason": reason,
                "remarks": line(&format!("{}: {}", criterion.status.words(), criterion.reason)),
            },
        },
    });
    let risks = risks.iter().filter(|it| it.criteria.contains(&criterion.id));
    let risks: Vec<Value> = risks.map(|it| json!({"risk-uuid": it.uuid})).collect();
    if let Some(fields) = finding.as_object_mut() {
        if let Some(observed) = observed.filter(|it| !it.is_empty()) {
            let related: Vec<Value> = observed.iter().map(|it| json!({"observation-uuid": it})).collect();
            fields.insert("related-observations".to_owned(), json!(related));
        }
        if !risks.is_empty() {
            fields.insert("related-risks".to_owned(), json!(risks));
        }
    }
    finding
}

fn target(criterion: &CriterionResult) -> String {
    format!("{}_obj", token(&criterion.id))
}
