//! Services of Google's with an address of their own: whether they answer outside.

use crate::collect::terraform::row::{Constant::Text, Fact, Row, always, not, row};
use crate::model::EvidenceKind::Endpoint;

pub const ROWS: &[Row] = &[
    row(Endpoint, "google", &["google_data_fusion_instance"], FUSION_FACTS),
    row(Endpoint, "google", &["google_notebooks_instance"], NOTEBOOK_FACTS),
];

const FUSION_FACTS: &[Fact] =
    &[always("role", Text("managed_service")), not("public_network_access", &["private_instance"]).or_true()];

const NOTEBOOK_FACTS: &[Fact] =
    &[always("role", Text("managed_service")), not("public_network_access", &["no_public_ip"]).or_true()];
