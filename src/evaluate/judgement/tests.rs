//! One subject that answers for those that state the same says what each of them would.

use super::*;
use crate::evaluate::reads::Reads;
use crate::model::{Cause, Entry, Framework, Node, Shape, SourceId, Span, Unresolved};
use crate::rego::{Wanted, lint};

/// How many states subjects are in, and how many subjects are in each.
const STATES: usize = 6;
const EACH: usize = 3;

/// What a fact may be, among it what the policy speaks of.
fn values(module: &Module) -> Vec<Option<Node>> {
    let place = Span::start_of(SourceId(0));
    let unknown = |shape: Shape| {
        let cause = Cause::Variable("v".to_owned());
        Node::unresolved(Unresolved { cause, place, shape }, place)
    };
    let mut values = vec![
        None,
        Some(Node::new(true, place)),
        Some(Node::new(false, place)),
        Some(unknown(Shape::Bool)),
        Some(unknown(Shape::String)),
        Some(Node::list(vec![Node::new("*", place), unknown(Shape::Any)], place)),
    ];
    let words = lint::literals(&module.text).0;
    values.extend(words.iter().take(12).map(|it| Some(Node::new(it.as_str(), place))));
    values.extend(words.iter().take(12).map(|it| Some(Node::list(vec![Node::new(it.as_str(), place)], place))));
    values
}

fn subject(policy: &Policy, values: &[Option<Node>], number: usize) -> Evidence {
    let place = Span::start_of(SourceId(0));
    let state = number % STATES;
    let format = policy.remediation.keys().next().map_or("terraform", String::as_str);
    let value = |at: usize| values.get((state * 7 + at * (state + 1)) % values.len())?.clone();
    let facts = policy.own_reads().enumerate().filter_map(|(at, fact)| Some(Entry::new(fact, value(at)?)));
    Evidence {
        id: format!("it-{number}"),
        kind: policy.kind,
        name: format!("name-{number}"),
        format: ["terraform", "cloudformation", "kubernetes"]
            .into_iter()
            .find(|it| *it == format)
            .unwrap_or("terraform"),
        provider: ["aws", "azure", "google"].get(state % 3).map(|it| (*it).to_owned()),
        native_type: None,
        address: Some(format!("address-{number}")),
        span: place,
        name_span: place,
        called_from: Vec::new(),
        facts: Node::map(facts.collect(), place),
    }
}

#[test]
fn one_answers_for_all_that_state_the_same() {
    let set = PolicySet::load(&[], &[] as &[Framework]).unwrap();
    let (mut denied, mut open, mut grouped) = (0, 0, 0);
    for (policy, module) in &set.policies {
        let values = values(module);
        let subjects: Vec<Evidence> = (0..STATES * EACH).map(|it| subject(policy, &values, it)).collect();
        let populations = Populations::from([(policy.kind, subjects.iter().collect())]);
        let mut reads = Reads::default();
        reads.add(policy, &BTreeSet::from([policy.kind]), true);
        let input = Input::new([(policy.kind, subjects.iter().collect())], &|_, _| Wanted::Whole);
        let inputs = BTreeMap::from([(policy.kind, input)]);
        let likeness = Likeness::of(&populations, &reads);
        let judged = |likeness: &Likeness<'_>| judged(&set, policy, module, &populations, &inputs, likeness);
        let each = judged(&Likeness::default());
        let (said, of_all) = (format!("{:?}", each.verdicts), judged(&likeness));
        assert_eq!(said, format!("{:?}", of_all.verdicts), "{}", policy.id);
        // A policy that breaks does so whoever is asked first.
        assert_eq!(each.problems.is_empty(), of_all.problems.is_empty(), "{}", policy.id);
        grouped += usize::from(likeness.groups(policy).is_some());
        denied += each.verdicts.values().filter(|it| it.outcome == Outcome::Fail).count();
        open += each.verdicts.values().filter(|it| it.outcome == Outcome::Undetermined).count();
    }
    assert!(grouped > 300 && denied > 100 && open > 100, "{grouped} policies, {denied} denied, {open} open");
}
