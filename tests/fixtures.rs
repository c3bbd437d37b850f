//! Each folder of `fixtures/policies` holds real little inputs for the policy it is named after. A comment at the end
//! of a line, `# gap: <policy>` or `# undetermined: <policy>`, says what is expected there; nothing else may be found.
//! Where a format allows no comment at the end of a line, the line above says `# gap: <policy> (next line)`.
//!
//! A folder with a `history.toml` stands for the repository whose commits it lists; a commit's message is its place.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};
use gapcheck::collect::{WalkOptions, collect};
use gapcheck::config::{framework, settings};
use gapcheck::evaluate::{Options, assess};
use gapcheck::model::{Assessment, Framework, Frameworks, Outcome, Severity};
use gapcheck::rego::PolicySet;
use walkdir::WalkDir;

#[cfg(feature = "git")]
#[path = "support/history.rs"]
mod history;

/// What is expected or found: file, line, and whether it is undetermined.
type Marks = BTreeSet<(Utf8PathBuf, u32, bool)>;

#[test]
fn findings_stand_on_the_marked_lines_and_nowhere_else() {
    let framework = framework::built_in("soc2").unwrap();
    let set = PolicySet::load(&[], std::slice::from_ref(&framework)).unwrap_or_else(|it| panic!("{:#?}", it.problems));
    let mut complaints = Vec::new();
    for folder in folders() {
        let policy = folder.file_name().unwrap();
        if !set.policies.iter().any(|(it, _)| it.id.0 == policy) {
            complaints.push(format!("{folder}: no policy has this id"));
            continue;
        }
        let mut passing = 0;
        let mut gaps = 0;
        for root in roots(&folder) {
            let Some((assessment, found)) = judged(&root, policy, &set, &framework) else { continue };
            complaints.extend(assessment.problems.iter().map(|it| format!("{root}: {}", it.message)));
            let expected = expected(&root, policy);
            let show = |what: &str, (file, line, is_undetermined): &(Utf8PathBuf, u32, bool)| {
                let outcome = if *is_undetermined { "undetermined" } else { "gap" };
                format!("{what} {outcome}: {root}/{file}:{line}")
            };
            complaints.extend(expected.difference(&found).map(|it| show("not found,", it)));
            complaints.extend(found.difference(&expected).map(|it| show("not expected,", it)));
            passing += assessment.policies.iter().find(|it| it.id.0 == policy).unwrap().population.pass;
            gaps += expected.iter().filter(|it| !it.2).count();
        }
        // Without the feature, histories are not read and nothing can be expected of them.
        let is_history = roots(&folder).iter().any(|it| it.join("history.toml").exists());
        if is_history && cfg!(not(feature = "git")) {
            continue;
        }
        if passing == 0 {
            complaints.push(format!("{folder}: nothing passes"));
        }
        if gaps == 0 {
            complaints.push(format!("{folder}: no line is marked as a gap"));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn every_policy_has_a_fixture() {
    let framework = framework::built_in("soc2").unwrap();
    let set = PolicySet::load(&[], &[framework]).unwrap();
    let folders: BTreeSet<String> = folders().map(|it| it.file_name().unwrap().to_owned()).collect();
    let without: Vec<_> = set.policies.iter().map(|(it, _)| &it.id.0).filter(|it| !folders.contains(*it)).collect();
    assert!(without.is_empty(), "{without:#?}");
}

fn folders() -> impl Iterator<Item = Utf8PathBuf> {
    let entries = WalkDir::new("fixtures/policies").min_depth(1).max_depth(1).sort_by_file_name();
    entries.into_iter().map(|it| Utf8PathBuf::from_path_buf(it.unwrap().into_path()).unwrap())
}

/// What is scanned as one: the folder, or each folder in it that has settings of its own. A policy on the repository
/// has one subject a scan, so its failing and its passing repository lie side by side.
fn roots(folder: &Utf8Path) -> Vec<Utf8PathBuf> {
    let settings = WalkDir::new(folder).min_depth(2).max_depth(2).sort_by_file_name().into_iter().map(Result::unwrap);
    let own = settings.filter(|it| it.file_name() == settings::FILE_NAME);
    let roots: Vec<_> =
        own.filter_map(|it| Some(Utf8PathBuf::from_path_buf(it.into_path()).ok()?.parent()?.into())).collect();
    if roots.is_empty() { vec![folder.to_owned()] } else { roots }
}

fn assessment(folder: &Utf8Path, set: &PolicySet, framework: &Framework) -> Assessment {
    let settings = settings::read(&folder.join(settings::FILE_NAME), false).unwrap();
    let whole_repository = !settings.scope.complete.is_empty();
    let walk = WalkOptions { whole_repository, exclude: settings.scan.exclude, ..WalkOptions::default() };
    let document = collect(&[folder.to_owned()], &walk).unwrap();
    let options = Options {
        date: "2026-01-01".to_owned(),
        categories: framework.categories.iter().map(|it| it.id.clone()).collect(),
        criteria: Vec::new(),
        fail_on: Severity::Low,
        strict: false,
        passes: false,
        examination: None,
        accepted: gapcheck::model::Accepted::default(),
        before: None,
    };
    assess(&document, set, &Frameworks::one(framework.clone()), &options)
}

/// The folder's assessment and what it finds. A list of commits is judged as the repository that it stands for.
#[cfg(feature = "git")]
fn judged(root: &Utf8Path, policy: &str, set: &PolicySet, framework: &Framework) -> Option<(Assessment, Marks)> {
    let list = root.join(history::FILE_NAME);
    if !list.exists() {
        let assessment = assessment(root, set, framework);
        let found = found(&assessment, policy);
        return Some((assessment, found));
    }
    let made = history::made(&list);
    let assessment = assessment(&made.root(), set, framework);
    let line = |file: &Utf8Path| {
        let id = file.as_str().strip_prefix("commit ")?;
        made.commits.iter().find(|it| it.0.to_string().starts_with(id)).map(|it| it.1)
    };
    let places = found(&assessment, policy).into_iter();
    let found = places.map(|(file, number, open)| match line(&file) {
        Some(line) => (Utf8PathBuf::from(history::FILE_NAME), line, open),
        None => (file, number, open),
    });
    let found = found.collect();
    Some((assessment, found))
}

#[cfg(not(feature = "git"))]
fn judged(root: &Utf8Path, policy: &str, set: &PolicySet, framework: &Framework) -> Option<(Assessment, Marks)> {
    if root.join("history.toml").exists() {
        return None;
    }
    let assessment = assessment(root, set, framework);
    let found = found(&assessment, policy);
    Some((assessment, found))
}

fn found(assessment: &Assessment, policy: &str) -> Marks {
    let findings = assessment.findings.iter().filter(|it| it.policy.0 == policy);
    let mark = |it: &gapcheck::model::Finding| {
        (it.location.file.clone(), it.location.start.line, it.outcome == Outcome::Undetermined)
    };
    findings.map(mark).collect()
}

#[expect(clippy::disallowed_methods, reason = "a test reads its fixtures")]
fn expected(folder: &Utf8Path, policy: &str) -> Marks {
    let mut marks = Marks::new();
    for entry in WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|it| it.file_type().is_file()) {
        let path = Utf8PathBuf::from_path_buf(entry.into_path()).unwrap();
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let file = path.strip_prefix(folder).unwrap();
        for (line, number) in text.lines().zip(1_u32..) {
            let number = number + u32::from(line.ends_with("(next line)"));
            for (word, is_undetermined) in [(" gap: ", false), (" undetermined: ", true)] {
                let ids = line.rsplit_once(word).map(|it| it.1).unwrap_or_default();
                let ids = ids.split(|it: char| !it.is_ascii_alphanumeric() && it != '-');
                if ids.into_iter().any(|it| it == policy) {
                    marks.insert((Utf8PathBuf::from(file.as_str().replace('\\', "/")), number, is_undetermined));
                }
            }
        }
    }
    marks
}
