//! Managed instance groups: fleets of machines that are replaced by themselves.

use crate::collect::terraform::row::{Constant::Bool, Fact, Row, always, row, stated, value, with};
use crate::collect::terraform::subject::Subject;
use crate::model::{EvidenceKind::Machine, Node};

pub const ROWS: &[Row] = &[
    row(Machine, "google", &["google_compute_instance_group_manager"], ZONAL_FACTS),
    row(Machine, "google", &["google_compute_region_instance_group_manager"], REGIONAL_FACTS),
];

const ZONAL_FACTS: &[Fact] = &[
    always("fleet", Bool(true)),
    with("zones", own_zone),
    stated("heals", &["auto_healing_policies.0.health_check"]).or_false(),
];

/// Where no zones are named, the provider spreads the group over those of the region.
const REGIONAL_FACTS: &[Fact] = &[
    always("fleet", Bool(true)),
    value("zones", &["distribution_policy_zones"]),
    stated("heals", &["auto_healing_policies.0.health_check"]).or_false(),
];

/// A group without a zone of its own stands in the provider's: one as well.
fn own_zone(subject: &Subject<'_>) -> Option<Node> {
    let place = subject.resource.name_span;
    Some(match subject.at("zone") {
        Some(zone) if zone.as_str().is_some() => Node::list(vec![zone.clone()], zone.span),
        Some(zone) => Node::list(vec![Node::default_of("a zone", zone.span)], zone.span),
        None => Node::list(vec![Node::default_of("the zone of the provider", place)], place),
    })
}
