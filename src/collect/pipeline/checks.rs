//! What a pipeline runs: the tools that its actions and scripts are known by, and what cannot be looked into.

use crate::model::{Cause, Entry, Node, Shape, Span};

use super::actions::ACTIONS;
use super::commands::{COMMANDS, OPAQUE_COMMANDS};
use super::facts::unresolved;
use super::script::{self, Command};
use super::tools::{self, When};

/// What some steps run, each with the place that shows it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Runs {
    pub(crate) known: Vec<(&'static str, Span)>,
    pub(crate) hidden: Vec<Hidden>,
    /// Checks that may fail without stopping anything, at what says so.
    pub(crate) unheeded: Vec<(&'static str, Span)>,
}

/// Something that runs and is written elsewhere.
#[derive(Clone, Debug)]
pub(crate) struct Hidden {
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) may: Hides,
}

/// What something that is written elsewhere may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hides {
    Anything,
    /// A script of the repository is taken to hold tests at most, unless its name says more.
    Tests,
    /// A tool that is handed a signing key.
    Signing,
    /// What belongs to a release: signing, and the list of its components.
    ReleaseParts,
}

impl Hides {
    fn covers(self, what: &str) -> bool {
        match self {
            Self::Anything => true,
            Self::Tests => what == tools::TESTS,
            Self::Signing => what == tools::SIGNING,
            Self::ReleaseParts => what == tools::SIGNING || what == tools::BILL_OF_MATERIALS,
        }
    }
}

impl Runs {
    pub(crate) fn has(&self, what: &str) -> bool {
        self.known.iter().any(|(it, _)| *it == what)
    }

    /// Adds of another what is not here yet, in its first place: no more than there are things to run.
    pub(crate) fn add_first(&mut self, other: Option<&Self>) {
        for known in other.iter().flat_map(|it| &it.known) {
            if !self.has(known.0) {
                self.known.push(*known);
            }
        }
        for hidden in other.iter().flat_map(|it| &it.hidden) {
            if self.hidden.iter().all(|it| it.may != hidden.may) {
                self.hidden.push(hidden.clone());
            }
        }
    }

    pub(crate) fn extend(&mut self, other: Self) {
        self.known.extend(other.known);
        self.hidden.extend(other.hidden);
        self.unheeded.extend(other.unheeded);
    }

    /// The same where a failure is let pass: by the place that says so, no check of these is heeded.
    pub(crate) fn let_pass(mut self, place: Span) -> Self {
        let checks: std::collections::BTreeSet<_> =
            self.known.iter().map(|(it, _)| *it).filter(|it| tools::CHECKS.contains(it)).collect();
        self.unheeded = checks.into_iter().map(|it| (it, place)).collect();
        self
    }

    /// The checks that are not heeded, each at what lets it fail.
    pub(crate) fn unheeded(&self) -> Option<Node> {
        let checks: Vec<Node> = self.unheeded.iter().map(|(what, span)| Node::new(*what, *span)).collect();
        let first = checks.first()?.span;
        Some(Node::list(checks, first).named(first))
    }

    /// What is deployed into a throw-away cluster is a test.
    pub(crate) fn settled(mut self) -> Self {
        if self.has(tools::TEST_CLUSTER) {
            for (what, _) in &mut self.known {
                if *what == tools::DEPLOY {
                    *what = tools::TESTS;
                }
            }
        }
        self
    }

    /// The same, seen from where it is called.
    pub(crate) fn called_at(mut self, span: Span) -> Self {
        self.known.iter_mut().for_each(|it| it.1 = span);
        self.hidden.iter_mut().for_each(|it| it.span = span);
        // Each once: what calls much that calls much would grow without end.
        let mut met = std::collections::BTreeSet::new();
        self.known.retain(|(what, _)| met.insert(*what));
        let mut met = std::collections::BTreeSet::new();
        self.hidden.retain(|it| met.insert(it.name.clone()));
        self.unheeded.clear();
        self
    }

    /// A map of what runs to `true`, or to an unresolved value where something hidden may run it.
    pub(crate) fn as_fact(&self, span: Span) -> Node {
        let entries =
            tools::HIDEABLE.iter().chain(tools::ACTS).filter_map(|what| Some(Entry::new(*what, self.one(what)?)));
        Node::map(entries.collect(), span).named(span)
    }

    fn one(&self, what: &str) -> Option<Node> {
        if let Some((_, span)) = self.known.iter().find(|(it, _)| *it == what) {
            return Some(Node::new(true, *span));
        }
        if !tools::HIDEABLE.contains(&what) {
            return None;
        }
        let hidden = self.hidden.iter().find(|it| it.may.covers(what))?;
        Some(unresolved(Cause::OutOfScope(hidden.name.clone()), Shape::Bool, hidden.span))
    }
}

/// What an action does, by its path and its inputs.
pub(crate) fn of_action(path: &str, inputs: Option<&Node>, span: Span) -> Runs {
    let path = path.to_ascii_lowercase();
    let mut runs = Runs::default();
    let rows = ACTIONS.iter().filter(|(start, ..)| begins(&path, start));
    for (start, what, when) in rows {
        // An empty row ends the search: the action only installs, whatever shorter rows say.
        if what.is_empty() {
            break;
        }
        let narrower = runs.known.is_empty() || ACTIONS.iter().any(|it| it.0 == *start && runs.has(it.1));
        if narrower && holds(*when, inputs) {
            runs.known.push((what, span));
        }
    }
    // Release tools sign and list what their own configuration says.
    if ["goreleaser/", "cycjimmy/semantic-release", "changesets/"].iter().any(|it| path.starts_with(it)) {
        runs.hidden.push(Hidden { name: format!("what `{path}` is configured to do"), span, may: Hides::ReleaseParts });
    }
    // Hooks are configured elsewhere, and may scan or test.
    if runs.known.is_empty() && path.contains("pre-commit") {
        runs.hidden.push(Hidden { name: format!("what `{path}` runs"), span, may: Hides::Anything });
    }
    runs
}

fn begins(path: &str, start: &str) -> bool {
    path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '-']) || start.ends_with('-'))
}

fn holds(when: When, inputs: Option<&Node>) -> bool {
    let text = |name| inputs.and_then(|it| it.get(name));
    match when {
        When::Always => true,
        When::Input(name) => text(name).is_some_and(|it| !it.is_null() && it.scalar_text().as_deref() != Some("false")),
        When::Absent(name) => text(name).is_none_or(Node::is_null),
        When::InputHas(name, word) => text(name).and_then(Node::scalar_text).is_some_and(|it| it.contains(word)),
        When::InputAbsentOrHas(name, word) => {
            text(name).is_none_or(|it| it.scalar_text().is_none_or(|text| text.contains(word)))
        }
    }
}

/// What a script does. `text` is what the source holds at `span`.
pub(crate) fn of_script(text: &str, span: Span) -> Runs {
    let mut runs = Runs::default();
    for command in script::commands(text, span) {
        let command = in_container(&command).unwrap_or(command);
        let known: Vec<_> =
            COMMANDS.iter().filter(|(_, patterns)| patterns.iter().any(|it| command.begins_with(it))).collect();
        let acts = !is_rehearsal(&command);
        let known_here = known.iter().map(|(what, _)| *what).filter(|it| acts || !tools::ACTS.contains(it));
        let known_here: Vec<_> = known_here.map(|it| (it, command.span)).collect();
        if let Some(place) = let_pass(text, span, &command) {
            let here = Runs { known: known_here.clone(), ..Runs::default() };
            runs.unheeded.extend(here.let_pass(place).unheeded);
        }
        runs.known.extend(known_here);
        if known.is_empty() {
            runs.hidden.extend(hidden(&command));
        }
        if ["goreleaser", "semantic-release", "mvn", "mvnw", "gradle", "gradlew"]
            .iter()
            .any(|it| command.begins_with(it))
        {
            let name = format!("what `{}` is configured to do", command.words.join(" "));
            runs.hidden.push(Hidden { name, span: command.span, may: Hides::ReleaseParts });
        }
    }
    runs
}

/// The check that a container is started for: an image of a tool is named as the tool. Which words are values of options
/// is not known, so the first that names a tool counts.
fn in_container(command: &Command) -> Option<Command> {
    if !["docker run", "podman run", "nerdctl run"].iter().any(|it| command.begins_with(it)) {
        return None;
    }
    let is_check = |it: &Command| {
        let mut checks = COMMANDS.iter().filter(|(what, _)| tools::HIDEABLE.contains(what));
        checks.any(|(_, patterns)| patterns.iter().any(|pattern| it.begins_with(pattern)))
    };
    let words = command.words.iter().enumerate().skip(2).filter(|(_, it)| !it.starts_with('-'));
    let mut commands = words.map(|(at, image)| {
        let name = image.rsplit('/').next().unwrap_or(image).split([':', '@']).next().unwrap_or(image);
        let rest = command.words.iter().skip(at + 1).cloned();
        Command { words: std::iter::once(name.to_owned()).chain(rest).collect(), span: command.span }
    });
    commands.find(is_check)
}

/// Options by which a check says that it found something and ends well all the same.
const NEVER_FAILING: &[&str] = &["--exit-zero", "--soft-fail", "--exit-code=0", "--no-fail", "--exit-code 0"];

/// What lets a command fail unseen: an option of its own, or `|| true` behind it.
fn let_pass(text: &str, span: Span, command: &Command) -> Option<Span> {
    let words = command.words.join(" ");
    if NEVER_FAILING
        .iter()
        .any(|it| words.split(it).nth(1).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    {
        return Some(command.span);
    }
    let from = command.span.end.checked_sub(span.start)? as usize;
    let line = text.get(from..)?.lines().next().unwrap_or_default();
    let other = line.trim_start().strip_prefix("||")?.trim_start();
    let word = other.split([' ', ';', '\t']).next().unwrap_or_default();
    let ends_well =
        matches!(word, "true" | ":" | "echo" | "printf") && !other.contains("exit 1") && !other.contains("false");
    ends_well.then(|| {
        let start = from + (line.len() - line.trim_start().len());
        Span::new(span.source, span.start as usize + start..span.start as usize + from + line.trim_end().len())
    })
}

/// Whether an option says to change nothing outside.
fn is_rehearsal(command: &Command) -> bool {
    let options = command.words.iter().filter(|it| it.starts_with("--"));
    options.into_iter().any(|it| {
        let (name, value) = it.split_once('=').unwrap_or((it, ""));
        matches!(name, "--dry-run" | "--dryrun" | "--snapshot") && !matches!(value, "none" | "false")
    })
}

/// Names of throw-away clusters, as words of an action's path.
const TEST_CLUSTERS: &[&str] = &["kind", "k3d", "k3s", "minikube", "microk8s"];

/// Whether an action, by its path, sets up a throw-away cluster.
pub(crate) fn is_test_cluster(path: &str) -> bool {
    path.split(|it: char| !it.is_ascii_alphanumeric()).any(|it| TEST_CLUSTERS.contains(&it))
}

fn hidden(command: &Command) -> Option<Hidden> {
    let first = command.words.first()?;
    let is_script =
        first.starts_with("./") || [".sh", ".py", ".ps1", ".rb", ".js"].iter().any(|it| first.ends_with(it));
    let runs_other = OPAQUE_COMMANDS.iter().any(|it| command.begins_with(it)) && command.words.len() > 1;
    if !is_script && !runs_other {
        return None;
    }
    let name = command.words.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(" ");
    let words = name.to_ascii_lowercase();
    let anything = ["scan", "secur", "audit", "sast", "lint", "check", "ci", "verify", "pre-commit", "precommit"]
        .iter()
        .any(|it| {
            words
                .split(|c: char| !c.is_ascii_alphanumeric())
                .any(|word| word == *it || (it.len() > 3 && word.contains(it)))
        });
    let may = if anything { Hides::Anything } else { Hides::Tests };
    Some(Hidden { name: format!("what `{name}` runs"), span: command.span, may })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    #[test]
    fn a_check_whose_failure_is_swallowed_is_not_heeded() {
        let unheeded = |text: &str| of_script(text, Span::new(SourceId(0), 0..text.len())).unheeded.len();
        assert_eq!(unheeded("npm test || true"), 1);
        assert_eq!(unheeded("npm audit || echo 'has findings'"), 1);
        assert_eq!(unheeded("bandit -r . --exit-zero"), 1);
        assert_eq!(unheeded("npm test || exit 1"), 0);
        assert_eq!(unheeded("npm test\nrm -f x || true"), 0);
    }

    fn script(text: &str) -> Vec<&'static str> {
        of_script(text, Span::new(SourceId(0), 0..text.len())).known.into_iter().map(|it| it.0).collect()
    }

    #[test]
    fn tools_are_known_by_their_commands() {
        assert_eq!(script("npm ci\nnpm test -- --ci\n"), ["tests"]);
        assert_eq!(script("trivy image web:1"), ["image_scan"]);
        assert_eq!(script("terraform -chdir=infra apply"), ["infrastructure_apply", "deploy"]);
        assert_eq!(
            script("docker run --rm -v \"$PWD:/repo\" ghcr.io/gitleaks/gitleaks:v8.28.0 git /repo"),
            ["secret_scan"]
        );
        assert_eq!(script("docker run --rm web:1 serve"), Vec::<&str>::new());
        assert_eq!(script("pipx run semgrep==1.185.0 scan --error"), ["code_scan"]);
        assert_eq!(script("echo npm test"), Vec::<&str>::new());
        assert_eq!(script("kubectl apply --dry-run=server -f k8s"), Vec::<&str>::new());
    }

    #[test]
    fn an_action_is_known_by_its_path_and_inputs() {
        let span = Span::start_of(SourceId(0));
        let what = |path| of_action(path, None, span).known.into_iter().map(|it| it.0).collect::<Vec<_>>();
        assert_eq!(what("github/codeql-action/analyze"), ["code_scan"]);
        assert_eq!(what("github/codeql-action/init"), Vec::<&str>::new());
        assert_eq!(what("aquasecurity/trivy-action"), ["image_scan"]);
        assert_eq!(what("docker/build-push-action"), ["image_build"]);
        assert_eq!(what("snyk/actions/setup"), Vec::<&str>::new());
        assert_eq!(what("snyk/actions/node"), ["dependency_scan"]);
        assert_eq!(what("snyk/actions/docker"), ["image_scan"]);
    }

    #[test]
    fn a_script_of_the_repository_may_hold_tests() {
        let text = "./build.sh";
        let runs = of_script(text, Span::new(SourceId(0), 0..text.len()));
        let fact = runs.as_fact(Span::start_of(SourceId(0)));
        assert!(fact.get("tests").is_some_and(|it| it.as_unresolved().is_some()));
        assert!(fact.get("code_scan").is_none());
    }
}
