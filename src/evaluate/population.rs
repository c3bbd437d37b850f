//! All evidence of a run, by kind.

use std::collections::BTreeMap;

use crate::model::{Evidence, EvidenceKind};

pub type Populations<'a> = BTreeMap<EvidenceKind, Vec<&'a Evidence>>;
