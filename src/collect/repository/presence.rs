//! Files that the platform or people look for by name, and kinds of content known by file names.

use std::collections::BTreeSet;

use camino::Utf8Path;

use crate::collect::target::Target;

/// Facts that a file's being there answers: the fact, the folders it may lie in, and its name without extension.
pub(super) const FILES: &[(&str, &[&str], &[&str])] = &[
    ("security_policy", &[".github", "", "docs", ".gitlab"], &["security"]),
    (
        "change_log",
        &["", "docs"],
        &["changelog", "changes", "history", "release_notes", "release-notes", "releases", "news"],
    ),
    ("license", &[""], &["license", "licence", "copying", "license-mit", "license-apache"]),
    ("contributing", &["", ".github", "docs"], &["contributing"]),
    ("change_template", &[".github", "", "docs"], &["pull_request_template", "merge_request_template"]),
];

/// Extensions of prose; a file without one counts too.
const PROSE: &[&str] = &["md", "markdown", "rst", "txt", "adoc"];

const CODE: &[&str] = &[
    "py", "js", "mjs", "ts", "tsx", "jsx", "go", "rs", "java", "kt", "scala", "rb", "php", "cs", "c", "cc", "cpp",
    "swift", "m", "ex", "exs", "dart", "vue", "fs", "clj",
];

const INFRASTRUCTURE: &[&str] = &["tf", "bicep"];

const INFRASTRUCTURE_FILES: &[&str] = &[
    "Chart.yaml",
    "kustomization.yaml",
    "kustomization.yml",
    "Pulumi.yaml",
    "cdk.json",
    "serverless.yml",
    "terragrunt.hcl",
];

/// Files that say how things run, beside infrastructure code and image builds.
const DEPLOYMENTS: &[&str] = &["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];

/// Pipelines of the systems that are read here, by the start of their path.
const PIPELINES: &[&str] = &[
    ".github/workflows",
    ".gitlab-ci.yml",
    ".circleci/config.yml",
    "azure-pipelines.yml",
    "azure-pipelines.yaml",
    ".azure-pipelines",
    "bitbucket-pipelines.yml",
];

/// What pipelines are made of, by the start of its path.
const PIPELINE_PARTS: &[&str] = &[".github/actions", ".gitlab/ci", ".circleci"];

/// Pipelines of systems that are not read here, by the start of their path.
const OTHER_PIPELINES: &[(&str, &str)] = &[
    ("Jenkinsfile", "Jenkins"),
    (".travis.yml", "Travis CI"),
    (".buildkite", "Buildkite"),
    (".drone.yml", "Drone"),
    (".woodpecker", "Woodpecker"),
    (".cirrus.yml", "Cirrus CI"),
    (".semaphore", "Semaphore"),
    (".appveyor.yml", "AppVeyor"),
    ("appveyor.yml", "AppVeyor"),
    ("cloudbuild.yaml", "Cloud Build"),
    ("buildspec.yml", "CodeBuild"),
    (".tekton", "Tekton"),
    (".prow.yaml", "Prow"),
    // Repositories with these files are served by a Prow whose jobs lie elsewhere.
    ("OWNERS", "Prow"),
    (".teamcity", "TeamCity"),
    (".forgejo/workflows", "Forgejo Actions"),
    (".gitea/workflows", "Gitea Actions"),
];

/// The file that answers a fact of [`FILES`], if one does.
pub(super) fn file<'a>(target: &'a Target, folders: &[&str], stems: &[&str]) -> Option<&'a Utf8Path> {
    folders.iter().find_map(|folder| {
        target
            .paths
            .iter()
            .map(|it| it.as_path())
            .find(|path| path.parent().is_some_and(|it| it == *folder) && stems.iter().any(|stem| is_prose(path, stem)))
    })
}

pub(super) fn is_prose(path: &Utf8Path, stem: &str) -> bool {
    let name = path.file_name().unwrap_or_default().to_ascii_lowercase();
    match name.split_once('.') {
        None => name == stem,
        Some((start, extension)) => start == stem && PROSE.contains(&extension),
    }
}

pub(super) fn is_code(path: &Utf8Path) -> bool {
    path.extension().is_some_and(|it| CODE.contains(&it))
}

pub(super) fn is_infrastructure(path: &Utf8Path) -> bool {
    path.extension().is_some_and(|it| INFRASTRUCTURE.contains(&it))
        || path.file_name().is_some_and(|it| INFRASTRUCTURE_FILES.contains(&it))
}

/// Whether a path is infrastructure code, an image build, or lies in a chart or an overlay.
pub(super) fn is_deployed(path: &Utf8Path, folders: &BTreeSet<&Utf8Path>) -> bool {
    is_infrastructure(path)
        || is_image_build(path)
        || path.file_name().is_some_and(|it| DEPLOYMENTS.contains(&it))
        || path.ancestors().skip(1).any(|it| folders.contains(it))
}

/// The folders of charts and overlays, all of whose files are deployed.
pub(super) fn deployed_folders(target: &Target) -> BTreeSet<&Utf8Path> {
    let is_head = |it: &&Utf8Path| it.file_name().is_some_and(|it| INFRASTRUCTURE_FILES.contains(&it));
    let heads = target.paths.iter().map(|it| it.as_path()).filter(is_head);
    heads.filter_map(Utf8Path::parent).filter(|it| *it != "").collect()
}

/// Whether a path is a pipeline, of whatever system, or a part of one.
pub(super) fn is_pipeline(path: &Utf8Path) -> bool {
    let is_prose = path.extension().is_some_and(|it| PROSE.contains(&it));
    let others = OTHER_PIPELINES.iter().map(|(start, _)| *start).filter(|it| *it != "OWNERS");
    !is_prose && PIPELINES.iter().chain(PIPELINE_PARTS).copied().chain(others).any(|it| path.starts_with(it))
}

/// Whether a path is a pipeline of a system that is read here.
pub(super) fn is_read_pipeline(path: &Utf8Path) -> bool {
    let is_yaml = matches!(path.extension(), Some("yml" | "yaml"));
    let is_nested = path.starts_with(".github/workflows") && path.components().count() > 3;
    is_yaml && !is_nested && PIPELINES.iter().any(|it| path.starts_with(it))
}

pub(super) fn is_image_build(path: &Utf8Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    let named = |it: &str| name == it || name.strip_prefix(it).is_some_and(|rest| rest.starts_with('.'));
    named("Dockerfile") || named("Containerfile") || name.ends_with(".Dockerfile")
}

/// Another system's pipelines: its name and the path that shows it.
pub(super) fn other_pipelines(target: &Target) -> Option<(&'static str, &Utf8Path)> {
    target.paths.iter().find_map(|path| {
        let (_, system) = OTHER_PIPELINES.iter().find(|(start, _)| path.starts_with(start))?;
        Some((*system, path.as_path()))
    })
}
