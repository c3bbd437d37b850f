//! Frameworks as data: the criteria that a report is made against.

use crate::model::Framework;

/// The files of `policies/frameworks`, by id. The build has read them and left them as JSON, which is read faster.
const BUILT_IN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/frameworks.rs"));

/// The ids of the frameworks that the program carries.
pub fn built_in_ids() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|(id, _)| *id)
}

/// A framework that the program carries, by its id.
pub fn built_in(id: &str) -> Option<Framework> {
    let (_, text) = BUILT_IN.iter().find(|(it, _)| *it == id)?;
    serde_json::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use crate::model::Nature;

    use super::*;

    #[test]
    fn every_built_in_framework_can_be_read() {
        for id in built_in_ids() {
            assert_eq!(built_in(id).map(|it| it.id), Some(id.to_owned()));
        }
    }

    #[test]
    fn soc2_has_its_61_criteria_each_once() {
        let soc2 = built_in("soc2").expect("it is built in");
        let ids: BTreeSet<&str> = soc2.criteria.iter().map(|it| it.id.as_str()).collect();
        assert_eq!((soc2.criteria.len(), ids.len()), (61, 61));
        let series = [
            ("CC1", 5),
            ("CC2", 3),
            ("CC3", 4),
            ("CC4", 2),
            ("CC5", 3),
            ("CC6", 8),
            ("CC7", 5),
            ("CC8", 1),
            ("CC9", 2),
            ("A1", 3),
            ("C1", 2),
            ("PI1", 5),
            ("P1", 1),
            ("P2", 1),
            ("P3", 2),
            ("P4", 3),
            ("P5", 2),
            ("P6", 7),
            ("P7", 1),
            ("P8", 1),
        ];
        let expected: BTreeSet<String> =
            series.iter().flat_map(|(name, count)| (1..=*count).map(move |it| format!("{name}.{it}"))).collect();
        assert_eq!(ids, expected.iter().map(String::as_str).collect());
    }

    #[test]
    fn soc2_has_five_categories_and_security_always() {
        let soc2 = built_in("soc2").expect("it is built in");
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for criterion in &soc2.criteria {
            *counts.entry(&criterion.category).or_default() += 1;
        }
        let expected = [
            ("availability", 3),
            ("confidentiality", 2),
            ("privacy", 18),
            ("processing-integrity", 5),
            ("security", 33),
        ];
        assert_eq!(counts, BTreeMap::from(expected));
        let always: Vec<&str> = soc2.categories.iter().filter(|it| it.always).map(|it| it.id.as_str()).collect();
        assert_eq!((soc2.categories.len(), always), (5, vec!["security"]));
    }

    #[test]
    fn aspects_are_few_unique_and_answerable() {
        for criterion in built_in("soc2").expect("it is built in").criteria {
            let ids: BTreeSet<&str> = criterion.aspects.iter().map(|it| it.id.as_str()).collect();
            assert_eq!(ids.len(), criterion.aspects.len(), "{}", criterion.id);
            assert!((3..=7).contains(&ids.len()), "{} has {} aspects", criterion.id, ids.len());
            let natures: BTreeSet<bool> =
                criterion.aspects.iter().map(|it| it.nature == Nature::Configuration).collect();
            let has_files = natures.contains(&true);
            assert!(criterion.aspects.iter().all(|it| it.nature != Nature::Mixed), "{}", criterion.id);
            assert!(criterion.nature == Nature::Organizational || has_files, "{}", criterion.id);
        }
    }
}
