//! What the results rest on: the framework, the plan that the run stands for, and the files that decide.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::model::{Assessment, Finding, LedgerEntry};
use crate::report::reference::reference;

use super::names::{Names, line, property, string};

/// The resource that stands in the place of an assessment plan.
pub(super) fn plan(names: &Names) -> String {
    names.uuid("resource", "plan")
}

/// The resource of a file.
pub(super) fn file(names: &Names, path: &str) -> String {
    names.uuid("file", path)
}

/// Back matter: each file that decides a finding stands in it once, with its digest where it was read.
pub(super) fn back_matter(assessment: &Assessment, findings: &[&Finding], names: &Names) -> Value {
    let ledger: BTreeMap<&str, &LedgerEntry> =
        assessment.ledger.files.iter().map(|it| (it.path.as_str(), it)).collect();
    let mut files: BTreeMap<&str, bool> = BTreeMap::new();
    for it in findings {
        files.insert(it.location.file.as_str(), it.location.is_commit());
    }
    let frameworks = assessment.tables().into_iter().map(|it| {
        let it = it.framework;
        let mut resource = json!({
            "uuid": names.uuid("framework", &it.id),
            "title": line(&it.title),
            "description": "What the results are made against, in this tool's own words.",
            "props": [property("framework", &it.id)],
        });
        if let (true, Some(fields)) = (it.reference.starts_with("https://"), resource.as_object_mut()) {
            fields.insert("rlinks".to_owned(), json!([{"href": string(&it.reference)}]));
        }
        resource
    });
    let plan = json!({
        "uuid": plan(names),
        "title": "What was to be assessed",
        "description": "No OSCAL assessment plan was imported. The run judged every policy in the digest below against the files of the repository.",
        "props": [
            property("policies-digest", &assessment.tool.policies_digest),
            property("tool-version", &assessment.tool.version),
        ],
    });
    let files = files.into_iter().map(|(path, is_commit)| {
        let mut resource = json!({"uuid": file(names, path), "title": line(path)});
        if let (false, Some(fields)) = (is_commit, resource.as_object_mut()) {
            let mut link = json!({"href": reference(path)});
            let digest = ledger.get(path).and_then(|it| it.sha256.as_ref());
            if let (Some(digest), Some(fields)) = (digest, link.as_object_mut()) {
                fields.insert("hashes".to_owned(), json!([{"algorithm": "SHA-256", "value": digest}]));
            }
            fields.insert("rlinks".to_owned(), json!([link]));
        }
        resource
    });
    let resources: Vec<Value> = frameworks.chain([plan]).chain(files).collect();
    json!({"resources": resources})
}
