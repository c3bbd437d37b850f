//! Attestations: which hold on the day of the run, and for what they speak.

use std::collections::BTreeMap;

use super::days::{Day, until};
use crate::model::{Attestation, AttestationResult, Criterion, Frameworks, Notice, Standing};

/// Who attests what, of the attestations that hold.
#[derive(Clone, Debug, Default)]
pub struct Attested(BTreeMap<(String, Option<String>), String>);

impl Attested {
    /// Who attests the aspect, by itself or with the whole of its criterion.
    pub fn by(&self, criterion: &str, aspect: &str) -> Option<&str> {
        let aspect = Some(aspect.to_owned());
        [aspect, None].into_iter().find_map(|it| self.0.get(&(criterion.to_owned(), it))).map(String::as_str)
    }
}

impl Attested {
    /// Who else speaks for an aspect, where no person does yet.
    pub(super) fn also(&mut self, criterion: &str, aspect: &str, by: String) {
        if self.by(criterion, aspect).is_none() {
            self.0.insert((criterion.to_owned(), Some(aspect.to_owned())), by);
        }
    }
}

/// Weighs all attestations. The frameworks tell which criteria there are; what is said of those aside is left aside.
pub(super) fn weigh(
    attestations: &[Attestation],
    frameworks: &Frameworks,
    today: &str,
) -> (Vec<AttestationResult>, Attested, Vec<Notice>) {
    let (mut results, mut attested, mut remarks) = (Vec::new(), Attested::default(), Vec::new());
    for it in attestations {
        if frameworks.criterion(&it.criterion).is_none()
            && frameworks.aside.iter().any(|framework| framework.criterion(&it.criterion).is_some())
        {
            continue;
        }
        let (standing, complaint) = standing(it, frameworks, today);
        remarks.extend(complaint.map(|(message, help)| Notice {
            message,
            location: Some(it.location.clone()),
            help: Some(help.to_owned()),
        }));
        if standing == Standing::Valid {
            attested.0.insert((it.criterion.clone(), it.aspect.clone()), it.by.clone());
        }
        results.push(AttestationResult { attestation: it.clone(), standing });
    }
    (results, attested, remarks)
}

type Complaint = (String, &'static str);

fn standing(it: &Attestation, frameworks: &Frameworks, today: &str) -> (Standing, Option<Complaint>) {
    let what = it.aspect.as_ref().map_or_else(|| it.criterion.clone(), |aspect| format!("{}/{aspect}", it.criterion));
    let say = |standing, text: String, help| (standing, Some((text, help)));
    let Some((_, criterion)) = frameworks.criterion(&it.criterion) else {
        let known: Vec<&str> = frameworks.asked.iter().map(|it| it.id.as_str()).collect();
        let text = format!("{} has no criterion {}", known.join(" and "), it.criterion);
        return say(Standing::Refused, text, "`gapcheck criteria` lists them");
    };
    if let Some(aspect) = &it.aspect
        && criterion.aspect(aspect).is_none()
    {
        return say(
            Standing::Refused,
            unknown_aspect(criterion, aspect),
            "`gapcheck explain CRITERION` lists the aspects",
        );
    }
    match until(&it.valid_until, today) {
        Day::In(_) => {}
        Day::Over(_) => {
            let text = format!("the attestation of {what} by {} expired on {}", it.by, it.valid_until);
            return say(Standing::Expired, text, "attest it anew");
        }
        Day::Unknown => {
            let text = format!(
                "`{}` is no day of the calendar, so the attestation of {what} counts as expired",
                it.valid_until
            );
            return say(Standing::Expired, text, "write the day as YYYY-MM-DD");
        }
    }
    if !matches!(until(&it.date, today), Day::Over(_) | Day::In(0)) {
        let text = format!("the attestation of {what} is not made yet: its date is {}", it.date);
        return say(Standing::Refused, text, "write the day it was made, as YYYY-MM-DD");
    }
    let changed: Vec<&str> = it
        .evidence
        .iter()
        .filter(|file| file.found.as_deref() != Some(file.sha256.as_str()))
        .map(|file| file.path.as_str())
        .collect();
    if !changed.is_empty() {
        let text = format!("the attestation of {what} is stale: {} is not what was attested", changed.join(", "));
        return say(Standing::Stale, text, "look at the file and attest anew");
    }
    (Standing::Valid, None)
}

fn unknown_aspect(criterion: &Criterion, aspect: &str) -> String {
    let known: Vec<&str> = criterion.aspects.iter().map(|it| it.id.as_str()).collect();
    format!("{} has no aspect {aspect}; it has {}", criterion.id, known.join(", "))
}
