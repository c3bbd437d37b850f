//! `waive`, `attest` and `baseline`: write what people add, into the folder `.gapcheck`.

use camino::{Utf8Path, Utf8PathBuf};

use super::accept_args::{Attest, Baselining, Waive};
use super::args::TargetArgs;
use super::clock;
use super::console;
use super::everything::everything;
use super::failure::Failure;
use super::frameworks::{self, Known};
use super::judge;
use super::write::whole;
use crate::config::accepted::{ATTESTATIONS, BASELINE, WAIVERS, digest};
use crate::config::settings::Settings;
use crate::evaluate;
use crate::evaluate::accept::baseline as baseline_of;
use crate::evaluate::gate::exit;
use crate::model::{Assessment, Document, Finding, Outcome};
use crate::rego::PolicySet;
use crate::report::json;

/// Accepts the failures of a policy on some subjects, or one finding, until a day.
pub fn waive(arguments: &Waive) -> Result<u8, Failure> {
    let home = judge::home(None, std::slice::from_ref(&arguments.path));
    let (settings, set, known) = policies(&arguments.path)?;
    let is_policy = set.policies.iter().any(|it| it.0.id.0 == arguments.id);
    let (policy, subject, path) = match (&arguments.subject, is_policy) {
        (Some(subject), true) => (arguments.id.clone(), subject.clone(), arguments.value_path.clone()),
        (None, true) => {
            let text = "say which subjects with `--subject GLOB`, or name one finding by its fingerprint";
            return Err(Failure::Usage(text.to_owned()));
        }
        (Some(_), false) => return Err(unknown(&arguments.id)),
        (None, false) => {
            let (assessment, _) = judged(&arguments.path, &settings, &set, &known)?;
            let finding = by_fingerprint(&assessment, &arguments.id)?;
            (finding.policy.0.clone(), finding.subject.id.clone(), Some(finding.path.join(".")))
        }
    };
    if arguments.until < clock::date(None) {
        return Err(Failure::Usage(format!("--until {} is over already", arguments.until)));
    }
    let mut entry = toml_edit::Table::new();
    entry.insert("policy", toml_edit::value(policy.as_str()));
    entry.insert("subject", toml_edit::value(subject.as_str()));
    if let Some(path) = path.filter(|it| !it.is_empty()) {
        entry.insert("path", toml_edit::value(path));
    }
    entry.insert("reason", toml_edit::value(arguments.reason.as_str()));
    entry.insert("owner", toml_edit::value(arguments.owner.as_str()));
    entry.insert("expires", toml_edit::value(arguments.until.to_string()));
    if let Some(other) = &arguments.compensated_by {
        entry.insert("compensated_by", toml_edit::value(other.as_str()));
    }
    append(&home, WAIVERS, "waiver", entry)?;
    say(&format!("{policy} on {subject} is accepted until {} ({WAIVERS})", arguments.until))
}

/// Writes a person's word on a criterion, or on an aspect of it.
pub fn attest(arguments: &Attest) -> Result<u8, Failure> {
    let home = judge::home(None, std::slice::from_ref(&arguments.path));
    let settings = judge::settings_for(None, std::slice::from_ref(&arguments.path))?;
    let known = frameworks::frameworks(&[], &settings, &home)?;
    let (id, aspect) = match arguments.criterion.split_once('/') {
        Some((id, aspect)) => (id, Some(aspect)),
        None => (arguments.criterion.as_str(), None),
    };
    let Some(criterion) = known.frameworks.all().find_map(|it| it.criterion_typed(id)) else {
        return Err(Failure::Usage(format!("unknown criterion `{id}`; `gapcheck criteria` lists them")));
    };
    if let Some(aspect) = aspect.filter(|it| criterion.aspect(it).is_none()) {
        let known: Vec<&str> = criterion.aspects.iter().map(|it| it.id.as_str()).collect();
        return Err(Failure::Usage(format!("{} has no aspect `{aspect}`; it has {}", criterion.id, known.join(", "))));
    }
    let mut files = toml_edit::Array::new();
    for path in &arguments.evidence {
        let Some(sha256) = digest(&home, path.as_str()) else {
            return Err(Failure::Usage(format!("cannot read the evidence {path} below {}", shown(&home))));
        };
        let mut file = toml_edit::InlineTable::new();
        file.insert("path", path.as_str().into());
        file.insert("sha256", sha256.into());
        files.push(file);
    }
    let mut entry = toml_edit::Table::new();
    entry.insert("criterion", toml_edit::value(criterion.id.as_str()));
    if let Some(aspect) = aspect {
        entry.insert("aspect", toml_edit::value(aspect));
    }
    entry.insert("statement", toml_edit::value(arguments.statement.as_str()));
    entry.insert("by", toml_edit::value(arguments.by.as_str()));
    entry.insert("date", toml_edit::value(clock::date(None).to_string()));
    entry.insert("valid_until", toml_edit::value(arguments.until.to_string()));
    if !files.is_empty() {
        entry.insert("evidence", toml_edit::value(files));
    }
    append(&home, ATTESTATIONS, "attestation", entry)?;
    say(&format!("{} is attested until {} ({ATTESTATIONS})", arguments.criterion, arguments.until))
}

/// Writes the gaps of today as the baseline.
pub fn baseline(arguments: &Baselining) -> Result<u8, Failure> {
    let (settings, set, known) = policies(&arguments.path)?;
    let (assessment, document) = judged(&arguments.path, &settings, &set, &known)?;
    let baseline = baseline_of(&assessment.findings, &document.sources, &assessment.run.date);
    let home = judge::home(None, std::slice::from_ref(&arguments.path));
    let mut bytes = Vec::new();
    let failure = |error| Failure::Output { path: home.join(BASELINE), error };
    json::write(&baseline, &mut bytes).map_err(failure)?;
    write(&home, BASELINE, &bytes)?;
    let open = assessment.findings.iter().filter(|it| it.outcome == Outcome::Undetermined).count();
    let open = if open > 0 { format!("; {open} undetermined ones are not in it") } else { String::new() };
    say(&format!("{} known now ({BASELINE}){open}", evaluate::gate::plural(baseline.gaps.len(), "gap")))
}

fn policies(path: &Utf8Path) -> Result<(Settings, PolicySet, Known), Failure> {
    let settings = judge::settings_for(None, &[path.to_owned()])?;
    let known = frameworks::frameworks(&[], &settings, &judge::home(None, &[path.to_owned()]))?;
    let set = judge::policies(&[], &[], &settings, &known)?;
    Ok((settings, set, known))
}

/// What is scanned, judged as `scan` would judge it.
fn judged(
    path: &Utf8Path,
    settings: &Settings,
    set: &PolicySet,
    known: &Known,
) -> Result<(Assessment, Document), Failure> {
    let target = TargetArgs { paths: vec![path.to_owned()], ..TargetArgs::default() };
    everything(&target, settings, set, &known.frameworks)
}

/// The one failure whose fingerprint begins so.
fn by_fingerprint<'a>(assessment: &'a Assessment, start: &str) -> Result<&'a Finding, Failure> {
    let is_print = start.len() >= 6 && start.chars().all(|it| it.is_ascii_hexdigit());
    let mut found = assessment.findings.iter().filter(|it| is_print && it.fingerprint.starts_with(start));
    match (found.next(), found.next()) {
        (Some(it), None) => Ok(it),
        (Some(_), Some(_)) => Err(Failure::Usage(format!("several findings begin with {start}: write more of it"))),
        (None, _) => Err(unknown(start)),
    }
}

fn unknown(id: &str) -> Failure {
    Failure::Usage(format!("no policy and no finding is called `{id}` (`gapcheck scan --verbose` shows fingerprints)"))
}

/// Adds an entry to a file, and leaves all that stands there as it is.
#[expect(clippy::disallowed_methods, reason = "the file is the user's own list, which the command was asked to extend")]
fn append(home: &Utf8Path, name: &str, table: &str, entry: toml_edit::Table) -> Result<(), Failure> {
    let path = home.join(name);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(Failure::Usage(format!("cannot read {path}: {error}"))),
    };
    let mut document: toml_edit::DocumentMut =
        text.parse().map_err(|it: toml_edit::TomlError| Failure::Usage(format!("{path} is not TOML: {it}")))?;
    let entries =
        document.entry(table).or_insert_with(|| toml_edit::Item::ArrayOfTables(toml_edit::ArrayOfTables::new()));
    let Some(entries) = entries.as_array_of_tables_mut() else {
        return Err(Failure::Usage(format!("{path}: write entries as [[{table}]]")));
    };
    entries.push(entry);
    write(home, name, document.to_string().as_bytes())
}

/// Writes a file of the home, which is made where there is none.
fn write(home: &Utf8Path, name: &str, bytes: &[u8]) -> Result<(), Failure> {
    let path = home.join(name);
    let failure = |error| Failure::Output { path: path.clone(), error };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failure)?;
    }
    whole(&path, bytes)
}

fn say(text: &str) -> Result<u8, Failure> {
    console::print(|out| writeln!(out, "{text}"))?;
    Ok(exit::PASSED)
}

fn shown(folder: &Utf8Path) -> Utf8PathBuf {
    if folder.as_str().is_empty() { Utf8PathBuf::from(".") } else { folder.to_owned() }
}
