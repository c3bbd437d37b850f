//! The provider tables' door: evaluated resources of one root module in, evidence of kinds out.

use std::collections::{HashMap, HashSet};

use crate::model::{Entry, Evidence, Node};

use super::alone::alone;
use super::aws;
use super::azure;
use super::facts::facts;
use super::forge;
use super::google;
use super::resource::Resource;
use super::row::Row;
use super::scope::{Joined, Scope};
use super::subject::{Part, Subject};

/// Every table. A resource type becomes evidence by a row in one of them.
#[rustfmt::skip]
const TABLES: &[&[Row]] = &[
    aws::bucket::ROWS, aws::cache::ROWS, aws::database::ROWS, aws::disk::ROWS, aws::key::ROWS, aws::queue::ROWS, aws::record::ROWS,
    aws::store::ROWS,
    azure::database::ROWS, azure::record::ROWS, azure::storage::ROWS,
    google::database::ROWS, google::record::ROWS, google::storage::ROWS,

    aws::account::ROWS,
    aws::api::ROWS,
    aws::build::ROWS,
    aws::cluster::ROWS,
    aws::document::ROWS,
    aws::endpoint::ROWS,
    aws::fleet::ROWS,
    aws::function::ROWS,
    aws::grant::ROWS,
    aws::machine::ROWS,
    aws::monitor::ROWS,
    aws::network::ROWS,
    aws::network_rule::ROWS,
    aws::workload::ROWS,
    forge::github::ROWS,
    forge::gitlab::ROWS,
    google::cluster::ROWS,
    google::endpoint::ROWS,
    google::function::ROWS,
    google::grant::ROWS,
    google::machine::ROWS,
    google::fleet::ROWS, google::monitor::ROWS,
    google::network::ROWS,
    google::network_rule::ROWS,
    google::service::ROWS,
    azure::cluster::ROWS,
    azure::endpoint::ROWS,
    azure::grant::ROWS,
    azure::machine::ROWS,
    azure::monitor::ROWS,
    azure::network_rule::ROWS,
    azure::service::ROWS,
];

/// Kinds of evidence that the resources of one root module make together. Managed and data resources, in the order of
/// files and blocks.
pub fn kinds(resources: &[Resource], default_tags: &[(String, Node)]) -> Vec<Evidence> {
    kinds_by(TABLES, resources, default_tags)
}

fn kinds_by(tables: &[&[Row]], resources: &[Resource], default_tags: &[(String, Node)]) -> Vec<Evidence> {
    let scope = Scope::new(resources, default_tags);
    let order: HashMap<&str, usize> = resources.iter().enumerate().map(|(at, it)| (&*it.address, at)).collect();
    let mut found: Vec<(usize, Evidence)> = Vec::new();
    let rows = || tables.iter().flat_map(|it| it.iter());
    let mut spoken_for: HashSet<&str> = HashSet::new();
    for row in rows() {
        let subjects: Vec<&Resource> = row.types.iter().flat_map(|it| scope.of_type(it)).copied().collect();
        if subjects.is_empty() {
            continue;
        }
        let joins: Vec<Joined<'_>> = row.joins.iter().map(|it| scope.join(it.types, it.by, row.types, it.to)).collect();
        for (join, joined) in row.joins.iter().zip(&joins) {
            spoken_for.extend(joined.spoken_for(&subjects, &scope, join.to).map(|it| it.address.as_str()));
        }
        for resource in subjects {
            let at = order.get(&*resource.address).copied().unwrap_or_default();
            found.extend(evidence(row, resource, &scope, &joins).into_iter().map(|it| (at, it)));
        }
    }
    for row in rows() {
        for (resource, facts) in alone(row, &scope, &mut spoken_for) {
            let at = order.get(&*resource.address).copied().unwrap_or_default();
            found.push((at, whole(row, resource, facts)));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, it)| it).collect()
}

/// What one resource is under one row: one thing, or one for each part.
fn evidence(row: &Row, resource: &Resource, scope: &Scope<'_>, joins: &[Joined<'_>]) -> Vec<Evidence> {
    let mut subject = Subject::alone(resource, scope);
    for (number, (join, joined)) in row.joins.iter().zip(joins).enumerate() {
        subject.joined.extend(joined.about(resource).iter().map(|it| (number, *it)));
        let maybe = joined.maybe_about(resource, scope, join.to);
        subject.maybe_joined.extend(maybe.map(|(_, node)| (number, node)));
    }
    if row.when.is_some_and(|when| !when(&subject)) {
        return Vec::new();
    }
    let facts = facts(row, &subject);
    let Some(parts) = row.parts else {
        return vec![whole(row, resource, facts)];
    };
    parts(&subject).into_iter().map(|part| partial(whole(row, resource, facts.clone()), part)).collect()
}

fn whole(row: &Row, resource: &Resource, facts: Vec<Entry>) -> Evidence {
    Evidence {
        id: resource.id(),
        kind: row.kind,
        name: short_name(resource),
        format: "terraform",
        provider: Some(row.provider.to_owned()),
        native_type: Some(resource.native_type.clone()),
        address: Some(resource.address.clone()),
        span: resource.span,
        name_span: resource.name_span,
        called_from: resource.called_from.clone(),
        facts: Node::map(facts, resource.span).named(resource.name_span),
    }
}

/// The part's own facts come before those of the whole resource.
fn partial(whole: Evidence, part: Part) -> Evidence {
    let mut facts = part.facts;
    let rest = whole.facts.entries().iter().filter(|it| !facts.iter().any(|own| own.name == it.name)).cloned();
    facts.extend(rest.collect::<Vec<_>>());
    Evidence {
        id: if part.suffix.is_empty() { whole.id } else { format!("{}.{}", whole.id, part.suffix) },
        name: part.name.unwrap_or_else(|| whole.name.clone()),
        span: part.span,
        name_span: part.name_span,
        facts: Node::map(facts, part.span).named(part.name_span),
        ..whole
    }
}

/// Names that say nothing by themselves: conventions of modules for their one resource of a type.
const BARE_NAMES: [&str; 4] = ["this", "self", "main", "default"];

/// The name in the block's head with the instance's key: `logs`, `logs["a"]`. A bare one takes the name of its module
/// with it, or in a root module its type: `exports.this`, `aws_s3_bucket.this`.
fn short_name(resource: &Resource) -> String {
    let key = resource.address.strip_suffix(']').and_then(|_| resource.address.rfind('['));
    let key = key.and_then(|at| resource.address.get(at..)).unwrap_or_default();
    if !BARE_NAMES.contains(&resource.name.as_str()) {
        return format!("{}{key}", resource.name);
    }
    let module = resource.module.rsplit("module.").next().filter(|it| !it.is_empty());
    format!("{}.{}{key}", module.unwrap_or(&resource.native_type), resource.name)
}
