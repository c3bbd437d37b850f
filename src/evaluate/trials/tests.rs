//! Asking about many worlds at once says what asking about one after the other does.

use std::collections::BTreeSet;

use super::*;
use crate::evaluate::judgement::kinds_read;
use crate::model::{Cause, Entry, Framework, Node, Shape, SourceId, Span, Unresolved};
use crate::rego::PolicySet;

/// Each so many policies one is asked.
const EACH: usize = 9;

fn subject(policy: &Policy, number: usize, shape: &dyn Fn(usize) -> Option<Shape>) -> Evidence {
    let place = Span::start_of(SourceId(0));
    let facts = policy.own_reads().enumerate().filter_map(|(at, fact)| {
        let unresolved = Unresolved { cause: Cause::Variable(fact.to_owned()), place, shape: shape(at)? };
        Some(Entry::new(fact, Node::unresolved(unresolved, place)))
    });
    Evidence {
        id: format!("it-{number}"),
        kind: policy.kind,
        // Two of them are called alike.
        name: format!("it-{}", number / 2),
        format: "terraform",
        provider: ["aws", "azure", "google"].get(number % 3).map(|it| (*it).to_owned()),
        native_type: None,
        address: None,
        span: place,
        name_span: place,
        called_from: Vec::new(),
        facts: Node::map(facts.collect(), place),
    }
}

fn said(trials: &Trials<'_, '_>, judge: &mut Judge, subjects: &[&Evidence], at_once: bool) -> (String, usize) {
    let probes = Probes::of(trials.module, trials.libraries);
    let mut hanging: Vec<Hanging<'_>> = subjects.iter().map(|it| trials.hanging(it, &probes)).collect();
    let worlds: Vec<World> = Worlds::of(12).take(40).collect();
    match at_once {
        true => trials.apart(judge, &mut hanging, &worlds, &|_| true),
        false => worlds.iter().for_each(|world| {
            let asked: Vec<usize> = news(&mut hanging, *world, &|_| true).collect();
            trials.ask(judge, &mut hanging, &asked, *world);
        }),
    }
    let verdicts: Vec<_> = hanging.into_iter().map(|it| it.verdict(&probes)).collect();
    let denied = verdicts.iter().flatten().map(|it| it.denials.len()).sum();
    (format!("{verdicts:?}"), denied)
}

#[test]
fn many_worlds_at_once_say_what_one_after_the_other_do() {
    let set = PolicySet::load(&[], &[] as &[Framework]).unwrap();
    let mut denied = 0;
    let mut asked = 0;
    for (policy, module) in set.policies.iter().step_by(EACH) {
        let libraries = set.imported(module);
        if !rego::is_separable(module, &libraries, policy.kind) {
            continue;
        }
        let kinds: BTreeSet<EvidenceKind> = kinds_read(policy, module, &libraries);
        let mut reads = Reads::default();
        reads.add(policy, &kinds, true);
        let shapes: [&dyn Fn(usize) -> Option<Shape>; 5] = [
            &|_| Some(Shape::Any),
            &|_| Some(Shape::Any),
            &|at| (at == 0).then_some(Shape::Any),
            &|at| Some(if at % 2 == 0 { Shape::Bool } else { Shape::String }),
            &|at| (at > 0).then_some(Shape::List),
        ];
        let subjects: Vec<Evidence> =
            shapes.iter().enumerate().map(|(number, shape)| subject(policy, number, shape)).collect();
        let subjects: Vec<&Evidence> = subjects.iter().collect();
        let populations = Populations::from([(policy.kind, subjects.clone())]);
        let trials = Trials {
            policy,
            module,
            libraries: &libraries,
            kinds: &kinds,
            reads: &reads,
            populations: &populations,
            input: &Input::empty(),
            others_hang: false,
            is_nameless: false,
        };
        let mut judge = set.judge(module).unwrap();
        let together = said(&trials, &mut judge, &subjects, true);
        assert_eq!(together, said(&trials, &mut judge, &subjects, false), "{}", policy.id);
        denied += together.1;
        asked += 1;
    }
    assert!(asked > 20 && denied > 20, "{asked} policies denied {denied} times");
}
