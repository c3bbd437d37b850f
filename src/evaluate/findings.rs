//! Verdicts to findings: places, related places, remediation, and what would settle the undetermined ones.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::reads::unresolved_reads;
use super::verdict::Verdict;
use crate::model::{
    Cause, Evidence, Finding, Missing, Node, Outcome, Pass, Policy, Related, Sources, SubjectRef, Through,
};
use crate::rego::Denial;

/// Places of the same part in a finding that are named: a text may come from a hundred lines of values.
const SAME_NOTE: usize = 3;

/// All findings of one policy about one subject.
pub fn findings(policy: &Policy, criteria: &[String], verdict: &Verdict<'_>, sources: &Sources) -> Vec<Finding> {
    let mut repeated: BTreeMap<&[String], usize> = BTreeMap::new();
    let mut found: Vec<Finding> = Vec::new();
    for (denial, outcome) in &verdict.denials {
        let times = repeated.entry(&denial.path).or_default();
        found.push(finding(policy, criteria, verdict.subject, denial, *outcome, *times, sources));
        *times += 1;
    }
    if found.is_empty() && verdict.outcome == Outcome::Undetermined {
        let path = unresolved_reads(policy, verdict.subject).into_iter().next().map(|it| it.0).unwrap_or_default();
        let message = format!("{} cannot be judged", verdict.subject.name);
        let denial = Denial { subject: verdict.subject.id.clone(), path, message };
        found.push(finding(policy, criteria, verdict.subject, &denial, Outcome::Undetermined, 0, sources));
    }
    found
}

/// A subject that a policy passes.
pub fn pass(policy: &Policy, subject: &Evidence, sources: &Sources) -> Pass {
    Pass { policy: policy.id.clone(), subject: subject_ref(subject), subject_location: sources.location(subject.span) }
}

fn finding(
    policy: &Policy,
    criteria: &[String],
    subject: &Evidence,
    denial: &Denial,
    outcome: Outcome,
    times: usize,
    sources: &Sources,
) -> Finding {
    let missing = (outcome == Outcome::Undetermined).then(|| missing(policy, subject, &denial.path, sources)).flatten();
    Finding {
        fingerprint: fingerprint(policy, denial, times),
        repository: None,
        policy: policy.id.clone(),
        outcome,
        severity: policy.severity,
        waiver: None,
        baseline: false,
        change: None,
        subject: subject_ref(subject),
        message: message(subject, denial, missing.as_ref()),
        path: denial.path.clone(),
        location: sources.location(subject.span_at(&denial.path)),
        subject_location: sources.location(subject.span),
        related: related(subject, &denial.path, sources),
        criteria: criteria.to_vec(),
        remediation: policy.remediation_of(subject).map(str::to_owned),
        unresolved: missing,
    }
}

/// What is wrong. What only might be is said without the values that were tried: the policy's own words would state them.
fn message(subject: &Evidence, denial: &Denial, missing: Option<&Missing>) -> String {
    match missing.map(|it| &it.cause) {
        None => denial.message.clone(),
        Some(Cause::OutOfScope(what) | Cause::Elsewhere(what) | Cause::Limit(what)) => {
            format!("{} cannot be judged: it depends on {what}", subject.name)
        }
        Some(Cause::ProviderDefault(name)) => {
            format!("{} cannot be judged: it depends on the default for `{name}`", subject.name)
        }
        Some(cause) => format!("{} cannot be judged: it depends on `{}`", subject.name, cause.name()),
    }
}

fn fingerprint(policy: &Policy, denial: &Denial, times: usize) -> String {
    let mut digest = Sha256::new();
    for part in [&policy.id.0, &denial.subject].into_iter().chain(&denial.path) {
        digest.update(part.as_bytes());
        digest.update([0]);
    }
    if times > 0 {
        digest.update(times.to_string());
    }
    digest.finalize().iter().take(16).map(|it| format!("{it:02x}")).collect()
}

fn subject_ref(evidence: &Evidence) -> SubjectRef {
    SubjectRef {
        id: evidence.id.clone(),
        kind: evidence.kind,
        name: evidence.name.clone(),
        format: evidence.format.to_owned(),
        provider: evidence.provider.clone(),
        native_type: evidence.native_type.clone(),
        address: evidence.address.clone(),
    }
}

/// The places the deciding value came through, then the calls that led to the subject.
fn related(subject: &Evidence, path: &[String], sources: &Sources) -> Vec<Related> {
    let mut places: Vec<&Through> = Vec::new();
    let mut node = Some(&subject.facts);
    for name in path.iter().map(Some).chain([None]) {
        let Some(it) = node else { break };
        places.extend(it.via.as_deref().unwrap_or_default());
        node = name.and_then(|name| it.get(name));
    }
    places.extend(&subject.called_from);
    let mut related: Vec<Related> = Vec::new();
    for it in places {
        if related.iter().filter(|known| *known.note == *it.note).count() >= SAME_NOTE {
            continue;
        }
        let place = Related { note: it.note.to_string(), location: sources.location(it.span) };
        if !related.contains(&place) {
            related.push(place);
        }
    }
    related
}

/// The unresolved value nearest to the path, else the first that the policy reads.
fn missing(policy: &Policy, subject: &Evidence, path: &[String], sources: &Sources) -> Option<Missing> {
    let unresolved = unresolved_reads(policy, subject);
    let nearest = |it: &(Vec<String>, &Node)| it.0.iter().zip(path).take_while(|(a, b)| a == b).count();
    let (_, node) = unresolved.iter().max_by_key(|it| nearest(it))?;
    let it = node.as_unresolved()?;
    let mut needs: Vec<Cause> = unresolved.iter().filter_map(|it| Some(it.1.as_unresolved()?.cause.clone())).collect();
    needs.sort();
    needs.dedup();
    Some(Missing {
        cause: it.cause.clone(),
        location: sources.location(it.place),
        help: help(&it.cause, subject.format),
        needs,
    })
}

/// What would settle an unresolved value.
fn help(cause: &Cause, format: &str) -> String {
    let name = cause.name();
    match cause {
        Cause::Variable(_) => match format {
            "terraform" if !name.starts_with("var.") => format!("no input settles `{name}`; state what depends on it"),
            "terraform" => format!("give `{name}` a value: pass `--var-file` or `--var`, or write a default"),
            "cloudformation" => format!("give `{name}` a value: pass `--parameters`, or write a default"),
            "compose" => format!("set `{name}` in .env, or write a default into the file"),
            "dockerfile" => format!("give `{name}` a default"),
            "helm" => format!("give `{name}` a value: pass `--values`"),
            _ => format!("give `{name}` a value"),
        },
        Cause::AfterApply(_) => format!("`{name}` is known after apply"),
        Cause::DataSource(_) => format!("`{name}` is read from outside the repository"),
        Cause::ModuleOutput(_) => {
            format!("the module behind `{name}` is not on disk; fetch it (terraform init) and scan again")
        }
        Cause::Expression(_) => format!("`{name}` is not evaluated"),
        Cause::ProviderDefault(_) => format!("state `{name}`: what holds without it differs between versions"),
        Cause::OutOfScope(_) | Cause::Elsewhere(_) => format!("no file that was scanned shows {name}"),
        Cause::AtRunTime(_) if format == "helm" => format!("`{name}` is known when the chart is installed"),
        Cause::AtRunTime(_) => format!("`{name}` is known when the pipeline runs"),
        Cause::Limit(_) => format!("a bound was reached: {name}"),
    }
}
