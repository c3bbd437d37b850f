//! Settings of repositories and organizations that live on a platform, as its API exports them to files.

use camino::Utf8Path;

use super::collected::Collected;
use super::collector::{Claim, Collector};
use super::pipeline::facts::Facts;
use super::target::{SourceFile, Target};
use crate::model::{Evidence, EvidenceKind, Node, Problem};
use crate::syntax::json;

pub(super) const COLLECTOR: Collector = Collector {
    name: NAME,
    reads: "settings of repositories and organizations, as GitHub's and GitLab's APIs export them",
    claims: |path: &Utf8Path| if path.extension() == Some("json") { Claim::IfContent } else { Claim::No },
    recognises: is_export,
    collect,
};

const NAME: &str = "platform";

/// Words that stand together in one kind of answer.
const MARKS: &[&[&str]] = &[
    // repos/OWNER/REPO
    &["\"full_name\"", "\"default_branch\"", "\"archived\""],
    // orgs/ORGANIZATION
    &["\"two_factor_requirement_enabled\"", "\"login\""],
    // The same by GraphQL
    &["\"requiresTwoFactorAuthentication\"", "\"organization\""],
    // groups/ID
    &["\"require_two_factor_authentication\"", "\"full_path\""],
    // projects/ID/protected_environments
    &["\"deploy_access_levels\"", "\"name\""],
    // projects/ID
    &["\"path_with_namespace\"", "\"only_allow_merge_if_pipeline_succeeds\""],
];

fn is_export(text: &str) -> bool {
    MARKS.iter().any(|words| words.iter().all(|it| text.contains(it)))
}

fn collect(_: &Target, files: &[&SourceFile]) -> Collected {
    let mut collected = Collected::default();
    for file in files {
        let (evidence, problems) = answers(file);
        match (evidence.is_empty(), problems.is_empty()) {
            // What it says stands with the jobs that deploy there.
            (true, true) if file.text.contains("\"deploy_access_levels\"") => collected.read(file, problems),
            (true, true) => collected.skipped(file, "an answer about something else"),
            (true, false) => collected.failed(file, problems),
            (false, _) => collected.read(file, problems),
        }
        collected.evidence.extend(evidence);
    }
    collected
}

/// The things that a file's answer is about: one, or a list of them.
fn answers(file: &SourceFile) -> (Vec<Evidence>, Vec<Problem>) {
    let parsed = json::parse(file.id, &file.text);
    let documents = parsed.documents.iter();
    let answers = documents.flat_map(|it| if it.items().is_empty() { std::slice::from_ref(it) } else { it.items() });
    (answers.filter_map(|it| thing(file, it)).collect(), parsed.problems)
}

fn thing(file: &SourceFile, answer: &Node) -> Option<Evidence> {
    let answer = answer.dotted("data.organization").unwrap_or(answer);
    let (kind, name, facts) = if answer.get("requiresTwoFactorAuthentication").is_some() {
        (EvidenceKind::Account, answer.get("login").or_else(|| answer.get("name"))?, by_graph(answer)?)
    } else if answer.get("require_two_factor_authentication").is_some() {
        (EvidenceKind::Account, answer.get("full_path")?, group(answer)?)
    } else if answer.get("two_factor_requirement_enabled").is_some() {
        (EvidenceKind::Account, answer.get("login")?, organization(answer)?)
    } else if answer.get("path_with_namespace").is_some() {
        (EvidenceKind::Repository, answer.get("path_with_namespace")?, project(answer))
    } else {
        answer.get("default_branch")?;
        (EvidenceKind::Repository, answer.get("full_name")?, repository(answer))
    };
    let title = name.as_str()?.to_owned();
    Some(Evidence {
        id: format!("{NAME}:{}#{title}", file.path),
        kind,
        name: title,
        format: NAME,
        provider: None,
        native_type: None,
        address: None,
        span: answer.span,
        name_span: name.span,
        called_from: Vec::new(),
        facts: facts.into_node(answer.span).named(name.span),
    })
}

/// What GitHub says of a repository. What needs more rights to be seen is left out of its answer.
fn repository(answer: &Node) -> Facts {
    let mut facts = Facts::default();
    let is_open = answer.get("visibility").and_then(|it| Some(Node::new(it.as_str()? != "public", it.span)));
    facts.put_some("is_private", is_open.or_else(|| answer.get("private").cloned()));
    facts.put_some("is_archived", answer.get("archived").cloned());
    let is_on = |name: &str| {
        let status = answer.dotted(&format!("security_and_analysis.{name}.status"))?;
        Some(Node::new(status.as_str()? == "enabled", status.span))
    };
    facts.put_some("platform_secret_scanning", is_on("secret_scanning_push_protection").or(is_on("secret_scanning")));
    facts.put_some("vulnerability_alerts", is_on("dependabot_security_updates"));
    facts
}

/// What GitLab says of a project.
fn project(answer: &Node) -> Facts {
    let mut facts = Facts::default();
    let is_private = answer.get("visibility").and_then(|it| Some(Node::new(it.as_str()? != "public", it.span)));
    facts.put_some("is_private", is_private);
    facts.put_some("is_archived", answer.get("archived").cloned());
    facts.put_some("platform_secret_scanning", answer.get("pre_receive_secret_detection_enabled").cloned());
    facts
}

/// What GitHub says of an organization to its owners by GraphQL.
fn by_graph(answer: &Node) -> Option<Facts> {
    let demanded = answer.get("requiresTwoFactorAuthentication").filter(|it| it.as_bool().is_some())?;
    let mut facts = Facts::default();
    facts.put("setting", Node::new("organization", answer.span));
    facts.put("requires_second_factor", demanded.clone());
    let provider = answer.get("samlIdentityProvider");
    facts.put_some("signs_in_centrally", provider.map(|it| Node::new(!it.is_null(), it.span)));
    Some(facts)
}

/// What GitLab says of a group to its owners.
fn group(answer: &Node) -> Option<Facts> {
    let demanded = answer.get("require_two_factor_authentication").filter(|it| it.as_bool().is_some())?;
    let mut facts = Facts::default();
    facts.put("setting", Node::new("organization", answer.span));
    facts.put("requires_second_factor", demanded.clone());
    Some(facts)
}

/// The environments of GitLab's `protected_environments`, by their names, each with whether somebody must approve what
/// is put in place there.
pub(in crate::collect) fn approvals(target: &Target) -> Vec<(String, Node)> {
    let is_answer =
        |it: &&SourceFile| it.path.extension() == Some("json") && it.text.contains("\"deploy_access_levels\"");
    let documents = target.files.iter().filter(is_answer).flat_map(|it| json::parse(it.id, &it.text).documents);
    let mut found = Vec::new();
    for document in documents {
        let one = std::slice::from_ref(&document);
        let environments = if document.items().is_empty() { one } else { document.items() };
        found.extend(environments.iter().filter_map(|it| Some((it.get("name")?.as_str()?.to_owned(), approval(it)))));
    }
    found
}

fn approval(environment: &Node) -> Node {
    let asks = |it: &&Node| it.get("required_approvals").and_then(Node::as_i64).is_some_and(|it| it > 0);
    let rules = environment.get("approval_rules").map(Node::items).unwrap_or_default();
    let rule = rules.iter().find(asks).and_then(|it| it.get("required_approvals"));
    let count = environment.get("required_approval_count");
    let by_count = count.filter(|it| it.as_i64().is_some_and(|it| it > 0));
    match rule.or(by_count) {
        Some(it) => Node::new(true, it.span),
        None => Node::new(false, count.map_or(environment.span, |it| it.span)),
    }
}

/// What GitHub says of an organization to its owners; nothing of what it says to everybody.
fn organization(answer: &Node) -> Option<Facts> {
    let demanded = answer.get("two_factor_requirement_enabled").filter(|it| it.as_bool().is_some())?;
    let mut facts = Facts::default();
    facts.put("setting", Node::new("organization", answer.span));
    facts.put("requires_second_factor", demanded.clone());
    facts.put_some("members_may", answer.get("default_repository_permission").cloned());
    let publish = answer.get("members_can_create_public_repositories");
    facts.put_some("members_may_publish", publish.cloned());
    Some(facts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    fn read(text: &str) -> Vec<Evidence> {
        let file =
            SourceFile { id: SourceId(0), path: "evidence/a.json".into(), text: text.into(), collectors: Vec::new() };
        answers(&file).0
    }

    #[test]
    fn answers_about_settings_are_known_by_their_words() {
        let found = read(
            r#"{"full_name": "acme/shop", "default_branch": "main", "private": true, "archived": false,
                "security_and_analysis": {"secret_scanning": {"status": "enabled"},
                "secret_scanning_push_protection": {"status": "disabled"}}}"#,
        );
        let flag = |at: usize, name: &str| found.get(at).and_then(|it| it.facts.get(name)).and_then(Node::as_bool);
        assert_eq!(flag(0, "is_private"), Some(true));
        assert_eq!(flag(0, "platform_secret_scanning"), Some(false));
        assert_eq!(flag(0, "vulnerability_alerts"), None);
        let found = read(
            r#"[{"login": "acme", "two_factor_requirement_enabled": true, "default_repository_permission": "read"}]"#,
        );
        assert_eq!(found.first().map(|it| (it.kind, it.name.as_str())), Some((EvidenceKind::Account, "acme")));
        // What everybody is told of an organization says nothing.
        assert!(read(r#"{"login": "acme", "two_factor_requirement_enabled": null}"#).is_empty());
        let found = read(
            r#"{"path_with_namespace": "acme/shop", "only_allow_merge_if_pipeline_succeeds": true, "visibility": "internal"}"#,
        );
        assert_eq!(found.first().and_then(|it| it.facts.get("is_private")).and_then(Node::as_bool), Some(true));
        assert!(read(r#"{"full_name": "Ann Example"}"#).is_empty());
        let found = read(
            r#"{"data": {"organization": {"login": "acme", "requiresTwoFactorAuthentication": false, "samlIdentityProvider": null}}}"#,
        );
        let flag = |name: &str| found.first().and_then(|it| it.facts.get(name)).and_then(Node::as_bool);
        assert_eq!(flag("requires_second_factor"), Some(false));
        assert_eq!(flag("signs_in_centrally"), Some(false));
        let found = read(r#"{"full_path": "acme", "require_two_factor_authentication": true}"#);
        assert_eq!(found.first().map(|it| it.name.as_str()), Some("acme"));
    }
}
