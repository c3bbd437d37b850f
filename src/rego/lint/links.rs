//! Links to criteria: copied ones, too many, and criteria that nothing covers.

use std::collections::{BTreeMap, BTreeSet};

use super::linted::Linted;
use super::remark::Remark;
use crate::model::{Framework, Link, Nature, Node, Span, Strength};

/// So many policies may have the same links; more were mapped by copying.
const MOST_ALIKE: usize = 12;

/// So many criteria may be covered by one policy; more would turn green by one setting.
const MOST_PRIMARY: usize = 2;

/// So many criteria may one policy bear on at all; one that bears on everything says little of anything.
const MOST_LINKED: usize = 4;

/// Remarks on the links of all policies.
pub(super) fn remarks(linted: &[Linted<'_>], frameworks: &[Framework], remarks: &mut Vec<Remark>) {
    let mut alike: BTreeMap<Vec<String>, Vec<&Linted<'_>>> = BTreeMap::new();
    let mut copied: BTreeMap<(&str, Vec<&str>), &Linted<'_>> = BTreeMap::new();
    let mut linked: BTreeMap<&str, Vec<(&Linted<'_>, &Link)>> = BTreeMap::new();
    for it in linted {
        let links = &it.policy.criteria;
        let mut set: Vec<String> =
            links.iter().map(|it| format!("{} {} {:?}", it.criterion, it.aspect, it.strength)).collect();
        set.sort();
        alike.entry(set).or_default().push(it);
        let mut reasons: Vec<&str> = links.iter().map(|it| it.because.as_str()).collect();
        reasons.sort_unstable();
        let key = (it.policy.kind.name(), reasons);
        if let Some(first) = copied.get(&key) {
            let message = format!("the reasons are those of `{}`, word for word", first.policy.id);
            remarks.push(Remark::mistake(place(it, None), message).with_help("say why this very control bears on it"));
        } else {
            copied.insert(key, it);
        }
        let count =
            |links: &mut dyn Iterator<Item = &Link>| links.map(|it| &it.criterion).collect::<BTreeSet<_>>().len();
        let primary = count(&mut links.iter().filter(|it| it.strength == Strength::Primary));
        let linked_to = count(&mut links.iter());
        if linked_to > MOST_LINKED {
            let message = format!("one policy bears on {linked_to} criteria");
            let help = format!("keep the {MOST_LINKED} that it says most about");
            remarks.push(Remark::mistake(place(it, None), message).with_help(help));
        }
        if primary > MOST_PRIMARY {
            let message = format!("one policy covers {primary} criteria by itself");
            remarks.push(
                Remark::mistake(place(it, None), message).with_help("keep `primary` for the one or two it proves"),
            );
        }
        for link in links {
            linked.entry(&link.criterion).or_default().push((it, link));
        }
    }
    for policies in alike.into_values().filter(|it| it.len() > MOST_ALIKE) {
        for it in &policies {
            let message = format!("{} policies have the very same links", policies.len());
            remarks.push(Remark::mistake(place(it, None), message));
        }
    }
    for (id, links) in linked {
        let is_covered = links.iter().any(|it| it.1.strength == Strength::Primary);
        let criterion = frameworks.iter().find_map(|it| it.criterion(id));
        let Some(criterion) = criterion.filter(|_| !is_covered) else { continue };
        let Some((first, _)) = links.first() else { continue };
        let message = format!("nothing covers {id}: all {} links to it are supporting", links.len());
        let span = place(first, Some(id));
        remarks.push(match criterion.nature {
            Nature::Configuration => Remark::mistake(span, message),
            // A person has the last word there.
            Nature::Mixed | Nature::Organizational => Remark::note(span, message),
        });
    }
}

/// Where a policy links to a criterion, or where its links begin.
fn place(linted: &Linted<'_>, criterion: Option<&str>) -> Span {
    let links = linted.metadata.dotted("custom.criteria");
    let named = links.map(Node::items).unwrap_or_default().iter().filter_map(|it| it.get("id"));
    let named = named.into_iter().find(|it| it.as_str() == criterion).map(|it| it.span);
    let first = links.and_then(|it| it.items().first()).and_then(|it| it.get("id")).map(|it| it.span);
    named.or(first).unwrap_or(linted.module.package_span)
}
