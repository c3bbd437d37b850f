//! What a policy asks, why, and how to mend what fails it.

use std::fmt::Write;

use crate::model::{Assessment, PolicyResult};

use super::escape::{code, prose, text};

/// In Markdown, as the help of a rule shows it.
pub(in crate::report) fn page(policy: &PolicyResult, assessment: &Assessment) -> String {
    let mut page = format!("**{}.** {}\n\n", prose(&policy.title), prose(&policy.description));
    let title = |id: &str| assessment.criteria.iter().find(|it| it.id == id).map_or("", |it| it.title.as_str());
    // Writing to a string cannot fail.
    let _ = writeln!(page, "### Criteria\n");
    for it in &policy.criteria {
        let _ = writeln!(page, "- **{}** {}: {}", text(&it.criterion), prose(title(&it.criterion)), prose(&it.because));
    }
    let _ = writeln!(page, "\n### How to mend it\n");
    for (format, help) in &policy.remediation {
        let _ = writeln!(page, "- {}: {}", code(format), prose(help));
    }
    if !policy.aliases.is_empty() {
        let ids = policy.aliases.iter().map(|(tool, ids)| {
            let ids: Vec<_> = ids.iter().map(|it| code(it)).collect();
            format!("{} {}", text(tool), ids.join(", "))
        });
        let _ = writeln!(page, "\nThe same check elsewhere: {}.", ids.collect::<Vec<_>>().join("; "));
    }
    let _ = writeln!(page, "\nMore: {}", code(&format!("gapcheck explain {}", policy.id)));
    page
}

/// As plain text.
pub(in crate::report) fn plain(policy: &PolicyResult) -> String {
    let mut page = policy.description.clone();
    for (format, help) in &policy.remediation {
        let _ = write!(page, " To mend it ({format}): {help}.");
    }
    page
}
