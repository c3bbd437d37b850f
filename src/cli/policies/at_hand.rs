//! The folders and frameworks that the commands on policies go by: those that are named, and those of the settings.

use camino::Utf8PathBuf;

use crate::cli::failure::Failure;
use crate::cli::{frameworks, judge};
use crate::model::Framework;

/// What policies are loaded from and for.
pub struct AtHand {
    /// Folders of policies that are the user's.
    pub folders: Vec<Utf8PathBuf>,
    /// Every framework whose criteria a policy may link to.
    pub frameworks: Vec<Framework>,
}

/// The named folders, then those of the settings of the current folder.
pub fn at_hand(named: &[Utf8PathBuf]) -> Result<AtHand, Failure> {
    let settings = judge::settings_for(None, &[])?;
    let known = frameworks::frameworks(&[], &settings, &judge::home(None, &[]))?;
    let mut folders = named.to_vec();
    folders.extend(settings.policies.folders.iter().filter(|it| !named.contains(it)).cloned());
    Ok(AtHand { folders, frameworks: known.frameworks.all().cloned().collect() })
}
