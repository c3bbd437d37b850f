//! Services of Azure's that answer at an address of their own: who reaches them, who signs in with what, and as whom they
//! sign in to others.

use crate::collect::terraform::reading::one_of;
use crate::collect::terraform::row::{Constant::Text, Fact, Row, always, flag, row, stated, with};
use crate::collect::terraform::subject::Subject;
use crate::model::{EvidenceKind::Endpoint, Node};

pub const ROWS: &[Row] = &[
    row(Endpoint, "azure", KEYED, KEYED_FACTS),
    row(Endpoint, "azure", &["azurerm_app_configuration"], CONFIGURATION_FACTS),
    row(Endpoint, "azure", &["azurerm_kusto_cluster"], EXPLORER_FACTS),
    row(Endpoint, "azure", &["azurerm_data_factory"], FACTORY_FACTS),
    row(Endpoint, "azure", &["azurerm_iothub"], HUB_FACTS),
    row(Endpoint, "azure", OTHERS, OTHER_FACTS),
    row(Endpoint, "azure", &["azurerm_machine_learning_compute_cluster"], COMPUTE_FACTS),
];

const KEYED: &[&str] = &[
    "azurerm_cognitive_account",
    "azurerm_eventgrid_domain",
    "azurerm_eventgrid_topic",
    "azurerm_search_service",
    "azurerm_web_pubsub",
];

const OTHERS: &[&str] =
    &["azurerm_api_management", "azurerm_databricks_workspace", "azurerm_machine_learning_workspace"];

const ROLE: Fact = always("role", Text("managed_service"));
const ANSWERS_OUTSIDE: Fact = flag("public_network_access", &["public_network_access_enabled"]).or_true();
const IDENTITY: Fact = stated("managed_identity", &["identity.0.type"]);
const KEYS: Fact = flag("local_auth", &["local_auth_enabled", "local_authentication_enabled"]).or_true();

const KEYED_FACTS: &[Fact] = &[ROLE, ANSWERS_OUTSIDE, KEYS, IDENTITY];

const CONFIGURATION_FACTS: &[Fact] = &[ROLE, with("public_network_access", store_answers), KEYS, IDENTITY];

const EXPLORER_FACTS: &[Fact] = &[ROLE, ANSWERS_OUTSIDE, IDENTITY];

const FACTORY_FACTS: &[Fact] = &[ROLE, flag("public_network_access", &["public_network_enabled"]).or_true()];

const HUB_FACTS: &[Fact] = &[ROLE, ANSWERS_OUTSIDE];

const OTHER_FACTS: &[Fact] = &[ROLE, ANSWERS_OUTSIDE];

const COMPUTE_FACTS: &[Fact] = &[ROLE, KEYS];

/// A store that says nothing answers outside until it has an endpoint inside.
fn store_answers(subject: &Subject<'_>) -> Option<Node> {
    match subject.at("public_network_access") {
        Some(stated) => one_of(stated, &["Enabled"]),
        None if !subject.scope.of_type("azurerm_private_endpoint").is_empty() => None,
        None => Some(Node::default_of(true, subject.resource.name_span)),
    }
}
