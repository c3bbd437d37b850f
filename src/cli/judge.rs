//! `scan`, `collect` and `evaluate`: from files or saved evidence to a report.

use std::io::Write;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::args::{Collect, CompleteScope, Evaluate, InputArgs, Judging, TargetArgs, When};
use super::clock;
use super::console;
use super::examination;
use super::failure::Failure;
use super::frameworks::{self, Known};
use super::progress::Progress;
use super::reporting::Reporting;
use super::write::whole;
use crate::collect::{self, HistoryOptions, Inputs, WalkOptions, Window};
use crate::config::accepted::{self, Added};
use crate::config::framework as built_in;
use crate::config::settings::{self, Settings};
use crate::evaluate::{self, Options};
use crate::model::{
    Accepted, Assessment, Document, EvidenceKind, Framework, Frameworks, Severity, Sources, Statistics, saved,
};
use crate::rego::PolicySet;
use crate::rego::embedded::FILES;
use crate::rego::overrides::Override;
use crate::report::{self, HumanOptions};

/// Prints the evidence and judges nothing.
pub fn collect(arguments: &Collect) -> Result<u8, Failure> {
    limit_threads(&arguments.target)?;
    let settings = settings_for(arguments.config.as_deref(), &arguments.target.paths)?;
    let progress = Progress::begin("collecting", !arguments.target.no_progress);
    let mut document = document(&arguments.target, &settings, false)?;
    drop(progress);
    if let Some(focus) = &document.focus {
        document.evidence.retain(|it| focus.contains(document.sources.path(it.span.source)));
    }
    if arguments.stats {
        let statistics = Statistics::of(&document, promised);
        console::print(|out| report::statistics::render(&statistics, out))?;
        return Ok(evaluate::gate::exit::PASSED);
    }
    let set = PolicySet::load(&[], &[framework("soc2")?])?;
    let date = clock::date(None).to_string();
    console::print(|out| report::evidence::render(&document, evaluate::tool(&set), &date, out))?;
    Ok(if document.evidence.is_empty() { evaluate::gate::exit::NOTHING_TO_JUDGE } else { evaluate::gate::exit::PASSED })
}

/// The facts that a kind's vocabulary has for a format.
fn promised(kind: EvidenceKind, format: &str) -> Vec<String> {
    let path = format!("schemas/{}.json", kind.name());
    let text = FILES.iter().find(|it| it.0 == path).map_or("{}", |it| it.1);
    let schema: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
    let facts = schema.get("properties").and_then(|it| it.as_object()).into_iter().flatten();
    let supplied = facts.filter(|(_, it)| {
        let formats = it.get("x-formats").and_then(|it| it.as_array());
        formats.is_some_and(|it| it.iter().any(|it| it.as_str() == Some(format)))
    });
    supplied.map(|(name, _)| name.clone()).collect()
}

/// Judges saved evidence.
pub fn evaluate(arguments: &Evaluate, color: When) -> Result<u8, Failure> {
    check_effect(&arguments.judging, &arguments.reporting)?;
    let settings = match &arguments.judging.config {
        Some(path) => settings::read(path, true)?,
        None => Settings::default(),
    };
    bound(&settings)?;
    let home = home(arguments.judging.config.as_deref(), &[]);
    let mut prepared = prepare(&arguments.judging, &settings, &home)?;
    let path = &arguments.evidence;
    let text = read(path)?;
    let formats: Vec<&'static str> = collect::COLLECTORS.iter().map(|it| it.name).collect();
    let mut document = saved::read(&text, &formats).map_err(|it| Failure::Usage(format!("{path}: {it}")))?;
    if let Some(config) = &arguments.judging.config {
        let added = added(Some(config), &[], &settings)?;
        prepared.options.accepted = take(added, &mut document.sources);
    }
    let assessment = evaluate::assess(&document, &prepared.set, &prepared.frameworks, &prepared.options);
    report(&assessment, &document.sources, &arguments.reporting, color)?;
    Ok(assessment.gate.exit_code)
}

/// Everything that judging needs besides evidence.
#[derive(Debug)]
pub struct Prepared {
    pub frameworks: Frameworks,
    pub set: PolicySet,
    pub options: Options,
}

/// Loads the frameworks and the policies, and settles the options. `home` is the folder of the settings.
pub fn prepare(judging: &Judging, settings: &Settings, home: &Utf8Path) -> Result<Prepared, Failure> {
    let known = frameworks::frameworks(&judging.framework, settings, home)?;
    let asked = if judging.category.is_empty() { &settings.categories } else { &judging.category };
    let categories = categories(&known.frameworks, asked)?;
    let mut criteria = Vec::new();
    for id in &judging.criterion {
        let mut found = known.frameworks.asked.iter().filter_map(|it| Some((it, it.criterion_typed(id)?)));
        let Some((framework, criterion)) = found.next() else {
            return Err(Failure::Usage(format!("unknown criterion `{id}`; `gapcheck criteria` lists them")));
        };
        let always = framework.categories.iter().any(|it| it.always && it.id == criterion.category);
        if !always && !categories.contains(&criterion.category) {
            let category = &criterion.category;
            return Err(Failure::Usage(format!("{id} is out of scope without `--category {category}`")));
        }
        criteria.push(criterion.id.clone());
    }
    let set = policies(&judging.policy, &judging.namespace, settings, &known)?;
    let date = clock::date(judging.at).to_string();
    let options = Options {
        examination: examination::examination(settings, &date)?,
        date,
        categories,
        criteria,
        fail_on: judging.fail_on.or(settings.gate.fail_on).unwrap_or(Severity::Low),
        strict: judging.strict || settings.gate.strict,
        passes: judging.passes,
        accepted: Accepted::default(),
        before: None,
    };
    Ok(Prepared { frameworks: known.frameworks, set, options })
}

/// The policies at hand: the built-in ones, those of the named folders and of the settings, as the settings change them.
pub fn policies(
    folders: &[Utf8PathBuf],
    namespaces: &[String],
    settings: &Settings,
    known: &Known,
) -> Result<PolicySet, Failure> {
    let folders: Vec<Utf8PathBuf> = folders.iter().chain(&settings.policies.folders).cloned().collect();
    let frameworks: Vec<Framework> = known.frameworks.all().cloned().collect();
    let mut set = PolicySet::load_for(&folders, namespaces, &frameworks)?;
    known.link(&mut set)?;
    set.apply(&overrides(settings)).map_err(|it| settings.complaint(&it.word, &it.message, it.help.as_deref()))?;
    Ok(set)
}

/// What the settings say of policies.
pub fn overrides(settings: &Settings) -> Vec<Override> {
    let disabled = settings.policies.disabled.iter();
    let disabled = disabled.map(|it| Override { policies: vec![it.clone()], disabled: true, ..Override::default() });
    let others = settings.policies.overrides.iter().cloned().map(|it| Override {
        policies: it.policies,
        paths: it.paths,
        severity: it.severity,
        disabled: it.disabled,
        parameters: it.parameters,
    });
    others.chain(disabled).collect()
}

/// A framework that the program carries.
pub fn framework(name: &str) -> Result<Framework, Failure> {
    built_in::built_in(name).ok_or_else(|| Failure::Usage(format!("the program carries no framework `{name}`")))
}

fn categories(frameworks: &Frameworks, asked: &[String]) -> Result<Vec<String>, Failure> {
    let all = || frameworks.asked.iter().flat_map(|it| &it.categories).map(|it| it.id.as_str());
    if asked.iter().any(|it| it == "all") {
        return Ok(all().map(str::to_owned).collect());
    }
    for name in asked {
        if !all().any(|it| it == name) {
            let known: Vec<&str> = all().collect();
            return Err(Failure::Usage(format!("unknown category `{name}`; known: {}, all", known.join(", "))));
        }
    }
    Ok(asked.to_vec())
}

/// The settings named, else those in the one folder that is scanned.
pub fn settings_for(named: Option<&Utf8Path>, paths: &[Utf8PathBuf]) -> Result<Settings, Failure> {
    let settings = match (named, paths) {
        (Some(path), _) => settings::read(path, true)?,
        (None, _) => settings::read(&home(None, paths).join(settings::FILE_NAME), false)?,
    };
    bound(&settings)?;
    Ok(settings)
}

/// Sets the bounds that the settings name, for the whole run.
fn bound(settings: &Settings) -> Result<(), Failure> {
    settings.bounds()?.into_iter().for_each(|(limit, value)| limit.choose(value));
    Ok(())
}

/// The folder that settings, waivers, attestations and the baseline belong to.
pub fn home(named: Option<&Utf8Path>, paths: &[Utf8PathBuf]) -> Utf8PathBuf {
    match (named, paths) {
        (Some(path), _) => path.parent().unwrap_or(Utf8Path::new("")).to_owned(),
        (None, [folder]) if collect::is_folder(folder) => folder.clone(),
        (None, _) => collect::root_of(paths),
    }
}

/// What people added to what is scanned.
pub fn added(named: Option<&Utf8Path>, paths: &[Utf8PathBuf], settings: &Settings) -> Result<Added, Failure> {
    let mut added = accepted::read(&home(named, paths), settings)?;
    added.accepted.is_whole = matches!(paths, [folder] if collect::is_folder(folder));
    Ok(added)
}

/// Takes what people added, and keeps the texts it stands in, to be shown.
pub fn take(added: Added, sources: &mut Sources) -> Accepted {
    for it in added.sources {
        let is_known = sources.iter().any(|(_, known)| known.path == it.path);
        if !is_known {
            sources.add(it);
        }
    }
    added.accepted
}

/// Limits the threads, before any is started.
pub fn limit_threads(target: &TargetArgs) -> Result<(), Failure> {
    let Some(jobs) = target.jobs else { return Ok(()) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(jobs)).build_global();
    pool.map_err(|it| Failure::Usage(format!("--jobs {jobs}: {it}")))
}

/// The evidence of what is to be scanned.
pub fn document(target: &TargetArgs, settings: &Settings, whole_files: bool) -> Result<Document, Failure> {
    let stdin = target.paths.iter().any(|it| it == "-");
    if stdin != target.stdin_name.is_some() {
        return Err(Failure::Usage("`-` and --stdin-name go together: the name tells the format".to_owned()));
    }
    let options = walk_options(target, settings, whole_files)?;
    let document = match (&target.stdin_name, target.paths.as_slice()) {
        (Some(name), [_]) => collect::collect_text(name, read_stdin()?, &options),
        (Some(_), _) => return Err(Failure::Usage("`-` stands alone".to_owned())),
        (None, paths) => collect::collect(paths, &options),
    };
    let document = document.map_err(|it| Failure::Usage(it.to_string()))?;
    for note in &document.notes {
        console::message(|out| writeln!(out, "note: {note}"));
    }
    Ok(document)
}

/// How the walk goes; `whole_files` where policies ask for files as they stand.
pub fn walk_options(target: &TargetArgs, settings: &Settings, whole_files: bool) -> Result<WalkOptions, Failure> {
    let complete = target.complete.contains(&CompleteScope::Repository)
        || settings.scope.complete.contains(&settings::CompleteScope::Repository);
    Ok(WalkOptions {
        exclude: target.exclude.iter().chain(&settings.scan.exclude).cloned().collect(),
        whole_repository: complete,
        threads: target.jobs.map_or(0, usize::from),
        inputs: inputs(&target.inputs),
        history: history(target, settings)?,
        whole_files,
        ..WalkOptions::default()
    })
}

/// How far back the history is read, and what references to tickets look like.
fn history(target: &TargetArgs, settings: &Settings) -> Result<HistoryOptions, Failure> {
    let wrong = |key: &str, it: String| Failure::Usage(format!("{}: history.{key}: {it}", settings::FILE_NAME));
    let set = settings.history.window.as_deref().map(Window::parse).transpose().map_err(|it| wrong("window", it))?;
    let set = set.or(examination::window(settings)?);
    let pattern = settings.history.reference.as_deref().map(regex::Regex::new).transpose();
    let reference = pattern.map_err(|it| wrong("reference", it.to_string()))?.map(Arc::new);
    Ok(HistoryOptions { asked: target.history.clone(), set, reference })
}

/// Values for what the files leave open. The environment counts only when it is asked for.
fn inputs(given: &InputArgs) -> Inputs {
    let variables = || std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value)));
    let mut environment: Vec<(String, String)> = match given.tf_env {
        true => variables()
            .filter_map(|(name, value)| Some((name.strip_prefix("TF_VAR_")?.to_owned(), value.into_string().ok()?)))
            .collect(),
        false => Vec::new(),
    };
    environment.sort();
    Inputs {
        variables: given.variables.0.clone(),
        parameters: given.parameters.clone(),
        chart_values: given.values.clone(),
        chart_lines: given.set.clone(),
        chart_texts: given.set_string.clone(),
        kubernetes: given.kube_version.clone(),
        api_versions: given.api_versions.clone(),
        environment,
    }
}

/// An option that has no effect is a mistake that the user wants to know of.
pub fn check_effect(judging: &Judging, reporting: &Reporting) -> Result<(), Failure> {
    check_reporting(reporting, judging.passes)
}

/// The same of what is reported; `passes` where the passing subjects are to be listed.
pub fn check_reporting(reporting: &Reporting, passes: bool) -> Result<(), Failure> {
    let stdout = (!reporting.quiet).then_some(reporting.format.as_str());
    let formats: Vec<&str> = stdout.into_iter().chain(reporting.output.iter().map(|it| it.0.as_str())).collect();
    let options = [
        (passes, "--passes", "json"),
        (reporting.verbose, "--verbose", "human"),
        (reporting.max_findings.is_some(), "--max-findings", "human"),
    ];
    let mut written = reporting.output.iter().map(|it| &it.1).collect::<Vec<_>>();
    written.sort();
    if let Some([path, _]) = written.array_windows().find(|[one, next]| one == next) {
        return Err(Failure::Usage(format!("--output names {path} twice: the second report would replace the first")));
    }
    let is_binary = report::FORMATS.iter().any(|it| it.is_binary && Some(it.name) == stdout);
    if is_binary && console::is_terminal() {
        let format = &reporting.format;
        return Err(Failure::Usage(format!("a terminal cannot show {format}: write `--quiet --output {format}=FILE`")));
    }
    match options.iter().find(|(is_set, _, format)| *is_set && !formats.contains(format)) {
        Some((_, option, format)) => {
            Err(Failure::Usage(format!("{option} has no effect without a report in the format {format}")))
        }
        None => Ok(()),
    }
}

pub fn report(assessment: &Assessment, sources: &Sources, reporting: &Reporting, color: When) -> Result<(), Failure> {
    let options = |is_stdout: bool| -> HumanOptions {
        let options = console::human_options(if is_stdout { color } else { When::Never }, is_stdout);
        let otherwise = if reporting.verbose { 0 } else { options.max_findings };
        let max_findings = reporting.max_findings.unwrap_or(otherwise);
        HumanOptions { verbose: reporting.verbose, max_findings, ..options }
    };
    for (format, path) in &reporting.output {
        let mut bytes = Vec::new();
        let failure = |error| Failure::Output { path: path.clone(), error };
        render(format, assessment, sources, &options(false), &mut bytes).map_err(failure)?;
        whole(path, &bytes)?;
    }
    if reporting.quiet {
        return Ok(());
    }
    console::print(|out| render(&reporting.format, assessment, sources, &options(true), out))
}

fn render(
    format: &str,
    assessment: &Assessment,
    sources: &Sources,
    options: &HumanOptions,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    match report::FORMATS.iter().find(|it| it.name == format) {
        Some(it) => (it.render)(assessment, sources, options, out),
        None => Ok(()),
    }
}

#[expect(clippy::disallowed_methods, reason = "saved evidence is named on the command line and read nowhere else")]
fn read(path: &Utf8Path) -> Result<String, Failure> {
    if path == "-" {
        return String::from_utf8(read_stdin()?).map_err(|_| Failure::Usage("standard input is not UTF-8".to_owned()));
    }
    std::fs::read_to_string(path).map_err(|it| Failure::Usage(format!("cannot read {path}: {it}")))
}

fn read_stdin() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut std::io::stdin().lock(), &mut bytes)
        .map_err(|it| Failure::Usage(format!("cannot read standard input: {it}")))?;
    Ok(bytes)
}
