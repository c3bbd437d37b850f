//! IAM: statements of policies, trust in roles, attachments, users and their keys.

use super::statements::statements;
use crate::collect::terraform::opening::open_list;
use crate::collect::terraform::reading::instead;
use crate::collect::terraform::resource::{Mode, reference};
use crate::collect::terraform::row::{
    Constant::{Bool, Text},
    Fact, Join, Row, always, row, value, with,
};
use crate::collect::terraform::subject::{Part, Subject};
use crate::model::{Entry, EvidenceKind::Grant, Node, Origin, Value};

pub const ROWS: &[Row] = &[
    row(Grant, "aws", &["aws_iam_policy"], STATEMENT_FACTS).in_parts(policy_statements),
    row(Grant, "aws", &["aws_iam_role_policy"], ROLE_STATEMENT_FACTS).in_parts(policy_statements),
    row(Grant, "aws", &["aws_iam_user_policy"], USER_STATEMENT_FACTS).in_parts(policy_statements),
    row(Grant, "aws", &["aws_iam_group_policy"], GROUP_STATEMENT_FACTS).in_parts(policy_statements),
    row(Grant, "aws", &["aws_ssoadmin_permission_set_inline_policy"], STATEMENT_FACTS).in_parts(set_statements),
    row(Grant, "aws", &["aws_iam_role"], &[]).in_parts(role),
    row(Grant, "aws", ATTACHMENTS, ATTACHMENT_FACTS),
    row(Grant, "aws", &["aws_iam_user"], USER_FACTS).joined(USER_JOINS),
    row(Grant, "aws", &["aws_iam_access_key"], KEY_FACTS),
    row(Grant, "aws", &["aws_iam_group"], PEOPLE_FACTS).joined(PEOPLE_JOINS),
];

const ATTACHMENTS: &[&str] = &[
    "aws_iam_role_policy_attachment",
    "aws_iam_user_policy_attachment",
    "aws_iam_group_policy_attachment",
    "aws_iam_policy_attachment",
    "aws_ssoadmin_managed_policy_attachment",
];

const STATEMENT_FACTS: &[Fact] = &[always("form", Text("statement"))];

const ROLE_STATEMENT_FACTS: &[Fact] =
    &[always("form", Text("statement")), with("attached_to", holders), value("holder", &["role"])];

const USER_STATEMENT_FACTS: &[Fact] =
    &[always("form", Text("statement")), with("attached_to", holders), value("holder", &["user"])];

const GROUP_STATEMENT_FACTS: &[Fact] =
    &[always("form", Text("statement")), with("attached_to", holders), value("holder", &["group"])];

const ATTACHMENT_FACTS: &[Fact] = &[
    always("form", Text("attachment")),
    with("role", attached),
    with("attached_to", holders),
    value("holder", &["role", "user", "group"]),
    always("scope", Text("account")),
];

const USER_FACTS: &[Fact] =
    &[always("form", Text("user")), value("holder", &["name"]), with("console_access", |_| None).or_false()];

const USER_JOINS: &[Join] = &[Join {
    types: &["aws_iam_user_login_profile"],
    by: "user",
    to: "name",
    facts: &[with("console_access", |it| Some(Node::new(true, it.resource.name_span)))],
}];

const KEY_FACTS: &[Fact] =
    &[always("form", Text("credential")), always("long_lived", Bool(true)), value("holder", &["user"])];

const PEOPLE_FACTS: &[Fact] =
    &[always("form", Text("group")), value("holder", &["name"]), with("demands_second_factor", |_| None).or_false()];

const PEOPLE_JOINS: &[Join] = &[
    Join {
        types: &["aws_iam_group_policy"],
        by: "group",
        to: "name",
        facts: &[with("demands_second_factor", |it| asks_for_second_factor(&it.at("policy")?))],
    },
    Join {
        types: &["aws_iam_group_policy_attachment"],
        by: "group",
        to: "name",
        facts: &[with("demands_second_factor", attached_asks_for_second_factor)],
    },
];

/// What is attached. A policy that is looked up by its name is taken for the provider's own of that name.
fn attached(subject: &Subject<'_>) -> Option<Node> {
    let stated = subject.at("policy_arn").or_else(|| subject.at("managed_policy_arn"))?;
    let looked_up = reference(&stated).and_then(|it| subject.scope.resource(it.address));
    let name = looked_up.filter(|it| it.native_type == "aws_iam_policy").and_then(|it| {
        let data = it.mode == Mode::Data;
        it.body.get("name").and_then(Node::as_str).filter(|_| data)
    });
    Some(match name {
        Some(name) => instead(&stated, format!("arn:aws:iam::aws:policy/{name}")),
        None => stated,
    })
}

/// The policy that is attached, where it is declared beside the attachment. Those of the provider ask for none.
fn attached_asks_for_second_factor(subject: &Subject<'_>) -> Option<Node> {
    let named = subject.at("policy_arn")?;
    match subject.scope.target(&named, &["aws_iam_policy"], "arn") {
        Some(policy) => asks_for_second_factor(policy.body.get("policy")?),
        None => named.as_unresolved().is_some().then_some(named),
    }
}

/// Whether a statement of the document looks at the second factor of the caller. Nothing where none does, since another
/// document may.
fn asks_for_second_factor(document: &Node) -> Option<Node> {
    const KEYS: [&str; 2] = ["aws:multifactorauthpresent", "aws:multifactorauthage"];
    let listed = statements(document)?;
    if listed.as_unresolved().is_some() {
        return Some(listed);
    }
    let conditions = listed.items().iter().filter_map(|it| it.get("conditions")).flat_map(Node::items);
    let mut keys =
        conditions.filter_map(|it| it.get("key")).filter(|it| it.as_str().is_some_and(|it| KEYS.contains(&it)));
    keys.next().map(|it| instead(it, true))
}

/// Who holds the right, each shown where the resource names it.
fn holders(subject: &Subject<'_>) -> Option<Node> {
    const ARGUMENTS: &[(&str, &str)] = &[
        ("role", "role"),
        ("user", "user"),
        ("group", "group"),
        ("roles", "role"),
        ("users", "user"),
        ("groups", "group"),
    ];
    let named = |(argument, holder): &(&str, &str)| {
        let stated = subject.at(argument)?;
        let empty = stated.items().is_empty() && matches!(stated.value, Value::List(_));
        (!empty).then(|| Node::new(*holder, stated.span))
    };
    let items: Vec<Node> = ARGUMENTS.iter().filter_map(named).collect();
    (!items.is_empty()).then(|| Node::list(items, subject.resource.span))
}

fn policy_statements(subject: &Subject<'_>) -> Vec<Part> {
    let document = subject.at("policy");
    document.map(|it| statement_parts(subject, &it, "statement", "policy")).unwrap_or_default()
}

fn set_statements(subject: &Subject<'_>) -> Vec<Part> {
    let document = subject.at("inline_policy");
    document.map(|it| statement_parts(subject, &it, "statement", "inline_policy")).unwrap_or_default()
}

/// The trust in a role, the policies in its block, and the managed ones it names.
fn role(subject: &Subject<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    if let Some(document) = subject.at("assume_role_policy") {
        parts.extend(statement_parts(subject, &document, "trust", "assume_role_policy"));
    }
    for (at, block) in subject.resource.blocks("inline_policy").iter().enumerate() {
        let Some(document) = block.get("policy") else { continue };
        parts.extend(statement_parts(subject, document, "statement", &format!("inline_policy.{at}")));
    }
    let managed = subject.at("managed_policy_arns");
    for (at, policy) in managed.iter().flat_map(|it| it.items()).enumerate() {
        let place = policy.span;
        let facts = vec![
            Entry::new("form", Node::default_of("attachment", place)),
            Entry::new("role", policy.clone()),
            Entry::new("attached_to", Node::list(vec![Node::new("role", place)], place)),
        ];
        parts.push(part(subject, format!("managed_policy_arns.{at}"), policy, facts));
    }
    parts
}

/// One part a statement; one of which nothing is known where the document is not.
pub fn statement_parts(subject: &Subject<'_>, document: &Node, form: &'static str, suffix: &str) -> Vec<Part> {
    let Some(listed) = statements(document) else { return Vec::new() };
    if listed.as_unresolved().is_some() {
        return vec![part(subject, suffix.to_owned(), &listed, unknown(form, &listed))];
    }
    let statement = |(at, statement): (usize, &Node)| {
        let facts = match statement.as_unresolved() {
            Some(_) => unknown(form, statement),
            None => {
                let kept = statement.entries().iter().filter(|it| KEPT.contains(&&*it.name)).cloned();
                [Entry::new("form", Node::default_of(form, statement.span))].into_iter().chain(kept).collect()
            }
        };
        part(subject, format!("{suffix}.{at}"), statement, facts)
    };
    listed.items().iter().enumerate().map(statement).collect()
}

/// A statement that nobody knows: at most it reaches everything, so what it allows, and to whom, is left open.
fn unknown(form: &'static str, stated: &Node) -> Vec<Entry> {
    let place = stated.span;
    let fact = |name: &str, value: &'static str| Entry::new(name, Node::default_of(value, place));
    let mut facts = vec![fact("form", form), fact("effect", "allow")];
    if form == "trust" {
        facts.push(Entry::new("principals", open_list(stated)));
    } else {
        let everything = Node { origin: Origin::Default, ..Node::list(vec![Node::default_of("*", place)], place) };
        facts.push(Entry::new("actions", open_list(stated)));
        facts.push(Entry::new("resources", everything));
    }
    facts
}

/// Parts of a statement that are facts of a grant.
const KEPT: &[&str] =
    &["effect", "actions", "not_actions", "resources", "not_resources", "principals", "principal_types", "conditions"];

fn part(subject: &Subject<'_>, suffix: String, node: &Node, facts: Vec<Entry>) -> Part {
    Part { suffix, name: None, span: node.span, name_span: subject.resource.name_span, facts }
}
