//! Whether a waiver holds, and what is to be said where it does not.

use std::collections::BTreeMap;

use super::candidate::Candidate;
use super::days::{Day, until};
use crate::model::{AcceptanceRules, Notice, Population, Standing, WaiverOrigin};

/// What a waiver is weighed by.
pub(super) struct Scales<'a> {
    pub(super) today: &'a str,
    pub(super) rules: &'a AcceptanceRules,
    pub(super) populations: &'a BTreeMap<&'a str, Population>,
}

impl Scales<'_> {
    /// The standing, with a remark where it is not `Valid`.
    pub(super) fn weigh(&self, candidate: &Candidate) -> (Standing, Option<Notice>) {
        let waiver = &candidate.waiver;
        let policy = &waiver.policy;
        let refused = |text: String, help: &str| (Standing::Refused, remark(candidate, text, help));
        if !candidate.lacks.is_empty() {
            let text = format!("this waiver of {policy} does not count: it lacks {}", candidate.lacks.join(", "));
            return refused(text, "write `gapcheck:waive POLICY until YYYY-MM-DD owner=@team REASON`");
        }
        if self.rules.not_waivable.contains(policy) {
            return refused(format!("the settings let nobody waive {policy}"), "mend the failure");
        }
        if candidate.origin != WaiverOrigin::Foreign
            && let Some(answer) = self.weigh_date(candidate)
        {
            return answer;
        }
        match &waiver.compensated_by {
            Some(other) if !self.passes(other) => {
                let text = format!(
                    "the waiver {} does not count: {other}, which should make up for it, does not pass",
                    waiver.id
                );
                (
                    Standing::Uncompensated,
                    remark(candidate, text, "mend what that policy fails, or take `compensated_by` out"),
                )
            }
            _ => (Standing::Valid, None),
        }
    }

    fn weigh_date(&self, candidate: &Candidate) -> Option<(Standing, Option<Notice>)> {
        let waiver = &candidate.waiver;
        let days = |days: i32| if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
        match until(&waiver.expires, self.today) {
            Day::In(left) if i64::from(left) > i64::from(self.rules.max_days) => {
                let text = format!(
                    "the waiver {} does not count: it runs for {}, and {} are allowed",
                    waiver.id,
                    days(left),
                    self.rules.max_days
                );
                let help = "give it an earlier day, or raise `max_days` under [waivers] in the settings";
                Some((Standing::Refused, remark(candidate, text, help)))
            }
            Day::In(_) => None,
            Day::Over(ago) => {
                let text = format!(
                    "the waiver {} of {} by {} lapsed {} ago ({})",
                    waiver.id,
                    waiver.policy,
                    waiver.owner,
                    days(ago),
                    waiver.expires
                );
                Some((
                    Standing::Expired,
                    remark(candidate, text, "mend the failure, or accept it anew with a later day"),
                ))
            }
            Day::Unknown => {
                let text = format!(
                    "`{}` is no day of the calendar, so the waiver {} counts as expired",
                    waiver.expires, waiver.id
                );
                Some((Standing::Expired, remark(candidate, text, "write the day as YYYY-MM-DD")))
            }
        }
    }

    /// Whether a policy has subjects, and all of them pass.
    fn passes(&self, policy: &str) -> bool {
        self.populations.get(policy).is_some_and(|it| it.subjects > 0 && it.pass == it.subjects)
    }
}

/// A remark at the waiver's place.
pub(super) fn remark(candidate: &Candidate, message: String, help: &str) -> Option<Notice> {
    Some(Notice { message, location: Some(candidate.waiver.location.clone()), help: Some(help.to_owned()) })
}
