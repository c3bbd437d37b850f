//! Everything that was collected in a run: what `evaluate` judges.

use std::collections::BTreeSet;

use camino::Utf8PathBuf;
use serde::{Deserialize, Serialize};

use super::evidence::Evidence;
use super::ledger::Ledger;
use super::source::Sources;
use super::suppression::Suppression;

/// The evidence of one scanned root, with the account of what was read.
#[derive(Clone, Debug, Default)]
pub struct Document {
    pub repository: Option<Repository>,
    pub ledger: Ledger,
    /// In the order of kind and id.
    pub evidence: Vec<Evidence>,
    pub sources: Sources,
    /// Comments that ask a checker to be silent.
    pub suppressions: Vec<Suppression>,
    /// What the user should know of the words typed: values given that nothing declares.
    pub notes: Vec<String>,
    /// Files that were named one by one: only of these is anything reported. All that was scanned when absent.
    pub focus: Option<BTreeSet<Utf8PathBuf>>,
}

/// What git knows of the scanned root.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repository {
    pub commit: Option<String>,
    pub branch: Option<String>,
    pub remote: Option<String>,
    pub dirty: Option<bool>,
}

impl Repository {
    /// A name that is the same however the repository was cloned: `example.com/shop/api`.
    pub fn name(&self) -> Option<String> {
        let remote = self.remote.as_deref()?.trim_end_matches('/');
        let (scheme, rest) = remote.split_once("://").map_or((None, remote), |(scheme, rest)| (Some(scheme), rest));
        let rest = rest.rsplit_once('@').map_or(rest, |it| it.1);
        // Without a scheme, the colon ends the host: `git@example.com:shop/api.git`.
        let path = if scheme.is_none() { rest.replacen(':', "/", 1) } else { rest.to_owned() };
        let name = path.strip_suffix(".git").unwrap_or(&path).trim_matches('/');
        (!name.is_empty()).then(|| name.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repository_has_one_name_however_it_was_cloned() {
        let name = |remote: &str| Repository { remote: Some(remote.to_owned()), ..Repository::default() }.name();
        let same = Some("example.com/shop/api".to_owned());
        assert_eq!(name("https://example.com/shop/api.git"), same);
        assert_eq!(name("git@example.com:shop/api.git"), same);
        assert_eq!(name("ssh://git@example.com/shop/api/"), same);
        assert_eq!(name(""), None);
        assert_eq!(Repository::default().name(), None);
    }
}
