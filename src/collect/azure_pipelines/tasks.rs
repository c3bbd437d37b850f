//! Tasks: what the known ones do, and which of their inputs are scripts. Data only.

use crate::collect::pipeline::checks::Runs;
use crate::collect::pipeline::tools::{
    BILL_OF_MATERIALS, CODE_SCAN, DEPENDENCY_SCAN, DEPLOY, IMAGE_BUILD, IMAGE_SCAN, INFRASTRUCTURE_APPLY,
    INFRASTRUCTURE_PLAN, INFRASTRUCTURE_SCAN, PUBLISH, RELEASE, SECRET_SCAN, SIGNING, TESTS,
};
use crate::model::{Node, Span};

/// The input of a task that is a script.
const SCRIPTS: &[(&str, &str)] = &[
    ("bash", "script"),
    ("cmdline", "script"),
    ("powershell", "script"),
    ("shellscript", "script"),
    ("pythonscript", "script"),
    ("azurecli", "inlineScript"),
    ("azurepowershell", "Inline"),
    ("awsshellscript", "inlineScript"),
    ("awspowershellmodulescript", "inlineScript"),
    ("sshtask", "inline"),
    ("ssh", "inline"),
];

/// The beginnings of the names of tasks, in lower case; an input and a word that it holds, where it matters; what runs.
const TASKS: &[(&str, &str, &str, &str)] = &[
    ("vstest", "", "", TESTS),
    ("visualstudiotest", "", "", TESTS),
    ("dotnetcorecli", "command", "test", TESTS),
    ("dotnetcorecli", "command", "push", PUBLISH),
    ("npm", "customCommand", "test", TESTS),
    ("npm", "command", "publish", PUBLISH),
    ("npmauthenticate", "", "", ""),
    ("maven", "goals", "test", TESTS),
    ("maven", "goals", "verify", TESTS),
    ("maven", "goals", "package", TESTS),
    ("maven", "goals", "install", TESTS),
    ("maven", "goals", "deploy", PUBLISH),
    ("gradle", "tasks", "test", TESTS),
    ("gradle", "tasks", "build", TESTS),
    ("gradle", "tasks", "check", TESTS),
    ("go", "command", "test", TESTS),
    ("nugetcommand", "command", "push", PUBLISH),
    ("universalpackages", "command", "publish", PUBLISH),
    ("docker", "command", "push", PUBLISH),
    ("docker", "command", "build", IMAGE_BUILD),
    ("sonarqubeanalyze", "", "", CODE_SCAN),
    ("sonarcloudanalyze", "", "", CODE_SCAN),
    ("advancedsecurity-codeql-analyze", "", "", CODE_SCAN),
    ("advancedsecurity-dependency-scanning", "", "", DEPENDENCY_SCAN),
    ("microsoftsecuritydevops", "", "", CODE_SCAN),
    ("checkmarx", "", "", CODE_SCAN),
    ("veracode", "", "", CODE_SCAN),
    ("fortify", "", "", CODE_SCAN),
    ("credscan", "", "", SECRET_SCAN),
    ("gitleaks", "", "", SECRET_SCAN),
    ("snyksecurityscan", "testType", "container", IMAGE_SCAN),
    ("snyksecurityscan", "", "", DEPENDENCY_SCAN),
    ("whitesource", "", "", DEPENDENCY_SCAN),
    ("mend", "", "", DEPENDENCY_SCAN),
    ("dependency-check", "", "", DEPENDENCY_SCAN),
    ("componentgovernance", "", "", DEPENDENCY_SCAN),
    ("trivy", "", "", IMAGE_SCAN),
    ("checkov", "", "", INFRASTRUCTURE_SCAN),
    ("tfsec", "", "", INFRASTRUCTURE_SCAN),
    ("manifestgenerator", "", "", BILL_OF_MATERIALS),
    ("esrpcodesigning", "", "", SIGNING),
    ("notation", "", "", SIGNING),
    ("terraform", "command", "plan", INFRASTRUCTURE_PLAN),
    ("terraform", "command", "apply", INFRASTRUCTURE_APPLY),
    ("terraform", "command", "apply", DEPLOY),
    ("azurewebapp", "", "", DEPLOY),
    ("azurermwebappdeployment", "", "", DEPLOY),
    ("azurefunctionapp", "", "", DEPLOY),
    ("azureresourcemanagertemplatedeployment", "", "", DEPLOY),
    ("azureresourcegroupdeployment", "", "", DEPLOY),
    ("azurecontainerapps", "", "", DEPLOY),
    ("azurestaticwebapp", "", "", DEPLOY),
    ("azurefilecopy", "", "", DEPLOY),
    ("kubernetesmanifest", "action", "deploy", DEPLOY),
    ("kubernetes", "command", "apply", DEPLOY),
    ("helmdeploy", "command", "upgrade", DEPLOY),
    ("helmdeploy", "command", "install", DEPLOY),
    ("sqlazuredacpacdeployment", "", "", DEPLOY),
    ("iiswebappdeployment", "", "", DEPLOY),
    ("awsshellscript", "", "", ""),
    ("cloudformationcreateorupdatestack", "", "", DEPLOY),
    ("s3upload", "", "", DEPLOY),
    ("githubrelease", "", "", RELEASE),
    ("twineauthenticate", "", "", ""),
];

/// The name of a task without its version, in lower case.
pub(super) fn name(task: &str) -> String {
    task.split('@').next().unwrap_or(task).rsplit('.').next().unwrap_or(task).to_ascii_lowercase()
}

/// The script that a task runs, where it is written in the pipeline.
pub(super) fn script<'a>(name: &str, inputs: Option<&'a Node>) -> Option<&'a Node> {
    let (_, input) = SCRIPTS.iter().find(|(task, _)| name == *task)?;
    let entry = inputs?.entries().iter().find(|it| it.name.eq_ignore_ascii_case(input))?;
    Some(&entry.node)
}

/// What a task runs.
pub(super) fn runs(name: &str, inputs: Option<&Node>, span: Span) -> Runs {
    let input = |wanted: &str| {
        let entry = inputs?.entries().iter().find(|it| it.name.eq_ignore_ascii_case(wanted))?;
        entry.node.scalar_text().map(|it| it.to_ascii_lowercase())
    };
    // Docker@2 builds and pushes when it is told nothing.
    if name == "docker" && input("command").is_none_or(|it| it == "buildandpush") {
        return Runs { known: vec![(IMAGE_BUILD, span), (PUBLISH, span)], ..Runs::default() };
    }
    let holds = |wanted: &str, word: &str| {
        wanted.is_empty()
            || input(wanted).is_some_and(|it| it.split(|c: char| !c.is_alphanumeric()).any(|it| it == word))
    };
    let rows = TASKS.iter().filter(|(task, wanted, word, _)| name.starts_with(task) && holds(wanted, word));
    Runs { known: rows.filter(|it| !it.3.is_empty()).map(|it| (it.3, span)).collect(), ..Runs::default() }
}
