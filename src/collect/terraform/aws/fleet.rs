//! Auto Scaling groups: fleets of machines that are replaced by themselves.

use crate::collect::terraform::reading::stands;
use crate::collect::terraform::row::{Constant::Bool, Fact, Join, Row, always, lower, row, with};
use crate::collect::terraform::subject::Subject;
use crate::model::{EvidenceKind::Machine, Node};

pub const ROWS: &[Row] = &[row(Machine, "aws", &["aws_autoscaling_group"], FACTS).joined(JOINS)];

const FACTS: &[Fact] = &[
    always("fleet", Bool(true)),
    with("zones", zones),
    with("balanced", balanced).or_false(),
    lower("health_check", &["health_check_type"]).or_text("ec2"),
];

const JOINS: &[Join] = &[Join {
    types: &["aws_autoscaling_attachment", "aws_autoscaling_traffic_source_attachment"],
    by: "autoscaling_group_name",
    to: "name",
    facts: &[with("balanced", |it| Some(Node::new(true, it.resource.name_span)))],
}];

/// Subnets stand in one zone each.
fn zones(subject: &Subject<'_>) -> Option<Node> {
    subject.at("vpc_zone_identifier").or_else(|| subject.at("availability_zones"))
}

fn balanced(subject: &Subject<'_>) -> Option<Node> {
    const ARGUMENTS: &[&str] = &["target_group_arns", "load_balancers", "traffic_source"];
    let stated: Vec<Node> = ARGUMENTS.iter().filter_map(|it| subject.at(it)).map(stands).collect();
    let on = stated.iter().find(|it| it.as_bool() == Some(true)).or(stated.iter().find(|it| it.as_bool().is_none()));
    on.or(stated.first()).cloned()
}
