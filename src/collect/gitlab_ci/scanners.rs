//! Templates and components of the platform that are known by name, and what they run. Data only.

use crate::collect::pipeline::checks::{Hidden, Hides, Runs};
use crate::collect::pipeline::tools::{
    CODE_SCAN, DEPENDENCY_SCAN, DEPLOY, IMAGE_BUILD, IMAGE_SCAN, INFRASTRUCTURE_PLAN, INFRASTRUCTURE_SCAN, SECRET_SCAN,
    TESTS,
};
use crate::model::{Node, Span};

/// Parts of the names of templates, as words with hyphens, and what each runs. The first that fits counts.
const TEMPLATES: &[(&str, &[&str])] = &[
    ("sast-iac", &[INFRASTRUCTURE_SCAN]),
    ("iac-sast", &[INFRASTRUCTURE_SCAN]),
    ("kics", &[INFRASTRUCTURE_SCAN]),
    ("sast", &[CODE_SCAN]),
    ("secret-detection", &[SECRET_SCAN]),
    ("dependency-scanning", &[DEPENDENCY_SCAN]),
    ("container-scanning", &[IMAGE_SCAN]),
    ("auto-devops", &[TESTS, CODE_SCAN, DEPENDENCY_SCAN, SECRET_SCAN, IMAGE_SCAN, IMAGE_BUILD, DEPLOY]),
    ("terraform", &[INFRASTRUCTURE_PLAN]),
    ("opentofu", &[INFRASTRUCTURE_PLAN]),
    ("dast", &[]),
    ("code-quality", &[]),
    ("license-scanning", &[]),
    ("api-fuzzing", &[]),
    ("coverage-fuzzing", &[]),
    ("workflows", &[]),
    ("pages", &[]),
];

/// What an include from elsewhere runs: known by the platform's own name, or hidden.
pub(super) fn runs(include: &Node) -> Runs {
    let text = include.get("reference").and_then(Node::as_str).unwrap_or_default();
    let place = include.get("place").and_then(Node::as_str).unwrap_or_default();
    let name = text.to_ascii_lowercase().replace('_', "-");
    let row = TEMPLATES.iter().find(|(it, _)| name.contains(it));
    match row {
        Some((_, what)) if matches!(place, "template" | "component") => {
            Runs { known: what.iter().map(|it| (*it, include.span)).collect(), ..Runs::default() }
        }
        _ => hidden(&format!("what `{text}` runs"), include.span),
    }
}

/// Something that may run anything.
pub(super) fn hidden(name: &str, span: Span) -> Runs {
    Runs { hidden: vec![Hidden { name: name.to_owned(), span, may: Hides::Anything }], ..Runs::default() }
}
