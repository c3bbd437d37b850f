//! Through which request a commit came to the main branch, as its message shows.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// A form of message that platforms write when they merge a request. The first group is the reference.
struct Form {
    pattern: &'static str,
    way: Way,
}

/// How a change reached the main branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// A merge commit of a request.
    Merge,
    /// One commit for the whole of a request.
    Squash,
    /// A commit that a review system entered.
    Review,
}

impl Way {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Merge => "merge",
            Self::Squash => "squash",
            Self::Review => "review",
        }
    }
}

/// In the order in which they are tried. `^` and `$` are the ends of a line; the subject is the text's first one.
const FORMS: &[Form] = &[
    // GitHub; Gitea and Forgejo with the title in quotes.
    Form { pattern: r"\AMerge pull request (#\d+)", way: Way::Merge },
    Form { pattern: r"\AMerge pull request '.*' \((#\d+)\) from ", way: Way::Merge },
    // GitLab, whose subject says only which branch.
    Form { pattern: r"(?m)^See merge request (\S*!\d+)\s*$", way: Way::Merge },
    // Bitbucket Cloud and Data Center.
    Form { pattern: r"\AMerged in .+ \((pull request #\d+)\)", way: Way::Merge },
    Form { pattern: r"\A(Pull request #\d+)[: ]", way: Way::Merge },
    // Azure Repos.
    Form { pattern: r"\AMerged (PR \d+)[: ]", way: Way::Merge },
    Form { pattern: r"\AMerge (pull request \d+) from ", way: Way::Merge },
    // Merge bots and queues.
    Form { pattern: r"\A(?:Auto merge of|Merge|Rollup merge of) (#\d+)", way: Way::Merge },
    // Gerrit, Gitea, Phabricator, and imports from a reviewed tree.
    Form { pattern: r"(?m)^Reviewed-on: *(https?://\S+)", way: Way::Review },
    Form { pattern: r"(?m)^Differential Revision: *(\S+)", way: Way::Review },
    Form { pattern: r"(?m)^Pull[ -]Request(?: resolved)?: *(https?://\S+|#\d+)", way: Way::Review },
    Form { pattern: r"(?m)^(?:PR-URL|Closes-PR): *(\S+)", way: Way::Review },
    Form { pattern: r"(?m)^(PiperOrigin-RevId: *\d+)", way: Way::Review },
    Form { pattern: r"(?m)^(GitOrigin-RevId: *[0-9a-f]{7,40})", way: Way::Review },
    // Reviews by mail.
    Form { pattern: r"\AMerge (tag '[^']+') of ", way: Way::Merge },
    Form {
        pattern: r"(?m)^Link: *(https://(?:lore\.kernel\.org|patch\.msgid\.link|patchwork\.)\S+)",
        way: Way::Review,
    },
    // A squashed request: GitHub, Gitea, GitLab; Bitbucket says the words.
    Form { pattern: r"\A.*\(((?:pull request )?[#!]\d+)\)\s*(?:\n|\z)", way: Way::Squash },
];

static PATTERNS: LazyLock<Vec<(Regex, Way)>> =
    LazyLock::new(|| FORMS.iter().filter_map(|it| Some((Regex::new(it.pattern).ok()?, it.way))).collect());

/// The request that a message names, by the bytes of its reference; nothing where it names none.
pub(super) fn request(message: &str) -> Option<(Way, Range<usize>)> {
    PATTERNS.iter().find_map(|(pattern, way)| Some((*way, pattern.captures(message)?.get(1)?.range())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(message: &str) -> Option<(Way, &str)> {
        request(message).and_then(|(way, at)| Some((way, message.get(at)?)))
    }

    #[test]
    fn every_form_is_one_that_regular_expressions_can_say() {
        assert_eq!(PATTERNS.len(), FORMS.len());
    }

    #[test]
    fn each_platform_is_known_by_its_messages() {
        for (message, way, reference) in [
            ("Merge pull request #12 from acme/fix\n\nFix it", Way::Merge, "#12"),
            ("Merge pull request 'Fix it' (#7) from fix into main\n\nReviewed-on: https://x.org/7", Way::Merge, "#7"),
            (
                "Merge branch 'fix' into 'main'\n\nFix it\n\nCloses #3\n\nSee merge request acme/shop!45",
                Way::Merge,
                "acme/shop!45",
            ),
            ("Merged in fix/login (pull request #9)\n\nFix it", Way::Merge, "pull request #9"),
            ("Pull request #31: Fix it\n\nMerge in SHOP/web from fix to main", Way::Merge, "Pull request #31"),
            ("Merged PR 4711: Fix it", Way::Merge, "PR 4711"),
            ("Merge #88\n\n88: Fix it r=ann a=bob", Way::Merge, "#88"),
            ("Auto merge of #90 - bob:fix, r=ann\n", Way::Merge, "#90"),
            ("Fix it (#123)", Way::Squash, "#123"),
            ("Fix it (#123)\n\n* one\n* two", Way::Squash, "#123"),
            ("Fix it (!7)\n", Way::Squash, "!7"),
            (
                "Fix it\n\nChange-Id: I1\nReviewed-on: https://review.example.org/c/shop/+/17",
                Way::Review,
                "https://review.example.org/c/shop/+/17",
            ),
            (
                "Fix it\n\nDifferential Revision: https://phab.example.org/D12",
                Way::Review,
                "https://phab.example.org/D12",
            ),
            ("Revert \"Fix it (#12)\" (#13)", Way::Squash, "#13"),
        ] {
            assert_eq!(found(message), Some((way, reference)), "{message}");
        }
    }

    #[test]
    fn other_messages_name_no_request() {
        for message in [
            "Fix it",
            "Fix #12",
            "Merge branch 'main' of github.com:acme/shop",
            "Merge branch 'fix'",
            "Revert \"Fix it (#12)\"",
            "Fix it\n\nas in (#12)",
            "Merge remote-tracking branch 'origin/fix'",
            "",
        ] {
            assert_eq!(found(message), None, "{message}");
        }
    }
}
