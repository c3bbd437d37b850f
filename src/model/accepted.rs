//! What people added: the failures they accept, and what they attest.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::attestation::Attestation;
use super::baseline::Baseline;
use super::waiver::Waiver;

/// Everything that people added to a repository for this program, besides comments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    pub waivers: Vec<Waiver>,
    pub attestations: Vec<Attestation>,
    pub baseline: Option<Baseline>,
    pub rules: AcceptanceRules,
    /// Whether all there is to accept was scanned, so that what matches nothing is left over.
    pub is_whole: bool,
    /// Digests of the blocks that known gaps stand on, by fingerprint, where their texts are not at hand.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub blocks: BTreeMap<String, String>,
}

/// What the settings allow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcceptanceRules {
    /// Days that a waiver may still run.
    pub max_days: u32,
    /// Policies whose failures nobody may accept.
    pub not_waivable: Vec<String>,
    /// Tools whose comments count as waivers.
    pub honour: Vec<String>,
}

/// A year: who accepts a risk looks at it again at least as often as the auditor does.
pub const MAX_DAYS: u32 = 366;

impl Default for AcceptanceRules {
    fn default() -> Self {
        Self { max_days: MAX_DAYS, not_waivable: Vec::new(), honour: Vec::new() }
    }
}
