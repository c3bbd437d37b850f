//! How each tool writes its comment, by the tools' documentation, and what it says.

use crate::model::suppression::OWN;

/// A way of writing such a comment.
pub(super) struct Mark {
    pub(super) tool: &'static str,
    /// What it begins with.
    pub(super) start: &'static str,
    /// Reads what follows on the line.
    pub(super) read: fn(&str) -> Words,
}

/// What a comment says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) rules: Vec<String>,
    pub(super) until: Option<String>,
    pub(super) owner: Option<String>,
    pub(super) reason: Option<String>,
    /// Whether it speaks of the whole file.
    pub(super) whole_file: bool,
}

/// All ways that are known.
pub(super) const MARKS: &[Mark] = &[
    Mark { tool: OWN, start: "gapcheck:waive ", read: own },
    Mark { tool: "checkov", start: "checkov:skip=", read: |it| until_colon(it) },
    Mark { tool: "checkov", start: "checkov.io/skip", read: annotation },
    Mark { tool: "trivy", start: "trivy:ignore:", read: first_words },
    Mark { tool: "tfsec", start: "tfsec:ignore:", read: first_words },
    Mark { tool: "kics", start: "kics-scan ignore-line", read: |_| Words::default() },
    Mark { tool: "kics", start: "kics-scan ignore-block", read: |_| Words::default() },
    Mark { tool: "kics", start: "kics-scan disable=", read: |it| Words { whole_file: true, ..first_words(it) } },
    Mark { tool: "zizmor", start: "zizmor: ignore[", read: until_bracket },
    Mark { tool: "hadolint", start: "hadolint ignore=", read: first_words },
];

/// `POLICY[, POLICY] until DATE owner=WHO REASON`
fn own(text: &str) -> Words {
    let (rules, rest) = match text.split_once(" until ") {
        Some((rules, rest)) => (rules, Some(rest)),
        None => (text.split_once(" owner=").map_or(text, |it| it.0), None),
    };
    let tail = rest.unwrap_or_else(|| text.get(rules.len()..).unwrap_or_default());
    let mut words = Words { rules: list(rules), ..Words::default() };
    let mut reason: Vec<&str> = Vec::new();
    for (at, word) in tail.split_whitespace().enumerate() {
        match word.strip_prefix("owner=") {
            Some(owner) if words.owner.is_none() => words.owner = Some(owner.to_owned()),
            _ if at == 0 && rest.is_some() => words.until = Some(word.to_owned()),
            _ => reason.push(word),
        }
    }
    words.reason = (!reason.is_empty()).then(|| reason.join(" "));
    words
}

/// `ID[,ID]:REASON`
fn until_colon(text: &str) -> Words {
    let (rules, reason) = text.split_once(':').map_or((text, None), |(rules, reason)| (rules, Some(reason)));
    let rules = list(rules.split_whitespace().next().unwrap_or_default());
    Words { rules, reason: reason.map(|it| it.trim().to_owned()), ..Words::default() }
}

/// `checkov.io/skip1: ID=REASON`, an annotation of Kubernetes.
fn annotation(text: &str) -> Words {
    let value = text.split_once(':').map_or("", |it| it.1).trim().trim_matches(['"', '\'']);
    let (rule, reason) = value.split_once('=').map_or((value, None), |(rule, reason)| (rule, Some(reason)));
    Words { rules: list(rule), reason: reason.map(str::to_owned), ..Words::default() }
}

/// `ID[,ID] ...`
fn first_words(text: &str) -> Words {
    Words { rules: list(text.split_whitespace().next().unwrap_or_default()), ..Words::default() }
}

/// `ID[,ID]] ...`
fn until_bracket(text: &str) -> Words {
    Words { rules: list(text.split(']').next().unwrap_or_default()), ..Words::default() }
}

fn list(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_comment_says_what_until_when_who_and_why() {
        let words = own("bucket-is-encrypted, bucket-keeps-versions until 2027-03-31 owner=@team moves to the archive");
        assert_eq!(words.rules, ["bucket-is-encrypted", "bucket-keeps-versions"]);
        assert_eq!(words.until.as_deref(), Some("2027-03-31"));
        assert_eq!(words.owner.as_deref(), Some("@team"));
        assert_eq!(words.reason.as_deref(), Some("moves to the archive"));
    }

    #[test]
    fn what_a_comment_leaves_out_is_absent() {
        let words = own("bucket-is-encrypted");
        assert_eq!((words.rules.len(), words.until, words.owner, words.reason), (1, None, None, None));
        let words = own("bucket-is-encrypted owner=@team because");
        assert_eq!(
            (words.until, words.owner.as_deref(), words.reason.as_deref()),
            (None, Some("@team"), Some("because"))
        );
    }

    #[test]
    fn comments_of_others_are_read_as_their_tools_do() {
        assert_eq!(until_colon("CKV_AWS_20:public on purpose").rules, ["CKV_AWS_20"]);
        assert_eq!(annotation("1: CKV_K8S_1=not here").reason.as_deref(), Some("not here"));
        assert_eq!(first_words("DL3006,DL3007").rules.len(), 2);
        assert_eq!(until_bracket("unpinned-uses] why").rules, ["unpinned-uses"]);
    }
}
