//! The statement of a bundle: an in-toto Statement v1 whose subjects are the files of the bundle.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::archive::Files;
use super::contents::{SIGNATURE, STATEMENT};
use crate::model::assessment::Tool;
use crate::model::{Assessment, Gate, Repository};

/// The type of every statement (https://in-toto.io/Statement/v1).
const TYPE: &str = "https://in-toto.io/Statement/v1";

/// The type of what ours says.
const PREDICATE: &str = "urn:gapcheck:evidence-bundle:1";

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Statement {
    #[serde(rename = "_type")]
    kind: String,
    subject: Vec<Subject>,
    #[serde(rename = "predicateType")]
    predicate_type: String,
    pub(super) predicate: Predicate,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Subject {
    name: String,
    digest: Digests,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Digests {
    sha256: String,
}

/// What is said of the run.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Predicate {
    pub(super) tool: Tool,
    /// The day that was judged by.
    pub(super) date: String,
    pub(super) frameworks: Vec<String>,
    pub(super) gate: Gate,
    pub(super) repository: Option<Repository>,
}

/// States the digests of all files.
pub(super) fn state(files: &Files, assessment: &Assessment) -> Statement {
    let subject =
        |(name, bytes): (&String, &Vec<u8>)| Subject { name: name.clone(), digest: Digests { sha256: sha256(bytes) } };
    Statement {
        kind: TYPE.to_owned(),
        subject: files.iter().filter(|it| is_stated(it.0)).map(subject).collect(),
        predicate_type: PREDICATE.to_owned(),
        predicate: Predicate {
            tool: assessment.tool.clone(),
            date: assessment.run.date.clone(),
            frameworks: assessment.tables().into_iter().map(|it| it.framework.id).collect(),
            gate: assessment.gate.clone(),
            repository: assessment.run.repository.clone(),
        },
    }
}

/// Where the files are not what the statement says, a sentence each.
pub(super) fn complaints(statement: &Statement, files: &Files) -> Vec<String> {
    let mut complaints = Vec::new();
    if statement.kind != TYPE || statement.predicate_type != PREDICATE {
        complaints.push(format!("{STATEMENT} is no statement of an evidence bundle"));
    }
    for it in &statement.subject {
        match files.get(&it.name) {
            None => complaints.push(format!("{} is missing", it.name)),
            Some(bytes) if sha256(bytes) != it.digest.sha256 => {
                complaints.push(format!(
                    "{} was changed: its SHA-256 is {}, and the statement says {}",
                    it.name,
                    sha256(bytes),
                    it.digest.sha256
                ));
            }
            Some(_) => {}
        }
    }
    let is_named = |name: &str| statement.subject.iter().any(|it| it.name == name);
    let strangers = files.keys().filter(|it| is_stated(it) && !is_named(it));
    complaints.extend(strangers.map(|it| format!("{it} is nothing that the statement speaks of")));
    complaints
}

fn is_stated(name: &str) -> bool {
    name != STATEMENT && name != SIGNATURE
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|it| format!("{it:02x}")).collect()
}
