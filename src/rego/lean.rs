//! Policies that speak for a control objective though they do not say so: the objective names them, or leans on criteria
//! that they are linked to.

use super::bundle::PolicySet;
use super::overrides::OverrideError;
use crate::model::{Aspect, Criterion, Framework, Frameworks, Link, Policy, Strength, nearest};

impl PolicySet {
    /// Links policies to the entries of the frameworks in the run that name them, or lean on what they are linked to.
    ///
    /// # Errors
    ///
    /// The word of a framework that names nothing, with the framework's id.
    pub fn lean(&mut self, frameworks: &Frameworks) -> Result<(), (String, OverrideError)> {
        for framework in &frameworks.asked {
            for criterion in &framework.criteria {
                for aspect in &criterion.aspects {
                    self.link(criterion, aspect, frameworks).map_err(|it| (framework.id.clone(), it))?;
                }
            }
        }
        Ok(())
    }

    fn link(&mut self, criterion: &Criterion, aspect: &Aspect, frameworks: &Frameworks) -> Result<(), OverrideError> {
        for word in &aspect.leans_on {
            let (id, part) = leaned_on(word, criterion, frameworks)?;
            for (policy, _) in &mut self.policies {
                let speaks = |it: &&Link| it.criterion == id && part.as_ref().is_none_or(|part| it.aspect == *part);
                let links: Vec<Link> = policy.criteria.iter().filter(speaks).cloned().collect();
                for it in links {
                    add(policy, link(criterion, aspect, it.strength, it.because));
                }
            }
        }
        for word in &aspect.policies {
            let Some((policy, _)) = self.policies.iter_mut().find(|it| it.0.id.0 == *word) else {
                let near = nearest(word, self.policies.iter().map(|it| it.0.id.0.as_str()));
                let help =
                    near.map_or("`gapcheck policies list` shows all".to_owned(), |it| format!("is `{it}` meant?"));
                return Err(off(word, format!("no policy is called `{word}`"), help));
            };
            let because = format!("{} names it for the control: {}", criterion.id, aspect.title);
            add(policy, link(criterion, aspect, Strength::Primary, because));
        }
        Ok(())
    }
}

fn link(criterion: &Criterion, aspect: &Aspect, strength: Strength, because: String) -> Link {
    Link { criterion: criterion.id.clone(), aspect: aspect.id.clone(), strength, because }
}

/// Adds a link. A second one to the same control counts only where it is the stronger.
fn add(policy: &mut Policy, link: Link) {
    match policy.criteria.iter_mut().find(|it| it.criterion == link.criterion && it.aspect == link.aspect) {
        Some(known) if known.strength == Strength::Supporting => *known = link,
        Some(_) => {}
        None => policy.criteria.push(link),
    }
}

/// The criterion that a word names, and the aspect where it names one.
fn leaned_on(word: &str, own: &Criterion, frameworks: &Frameworks) -> Result<(String, Option<String>), OverrideError> {
    let (id, part) = word.split_once('/').map_or((word, None), |(id, part)| (id, Some(part)));
    let found = frameworks.all().find_map(|it| it.criterion(id));
    let Some(found) = found.filter(|it| it.id != own.id) else {
        let known: Vec<&str> = frameworks.all().flat_map(ids).filter(|it| *it != own.id).collect();
        let near = nearest(id, known);
        let help = near.map_or("`gapcheck criteria` lists them".to_owned(), |it| format!("is `{it}` meant?"));
        return Err(off(word, format!("no criterion is called `{id}`"), help));
    };
    if let Some(part) = part
        && found.aspect(part).is_none()
    {
        let known: Vec<&str> = found.aspects.iter().map(|it| it.id.as_str()).collect();
        return Err(off(word, format!("{id} has no aspect `{part}`"), format!("it has {}", known.join(", "))));
    }
    Ok((id.to_owned(), part.map(str::to_owned)))
}

fn ids(framework: &Framework) -> impl Iterator<Item = &str> {
    framework.criteria.iter().map(|it| it.id.as_str())
}

fn off(word: &str, message: String, help: String) -> OverrideError {
    OverrideError { word: word.to_owned(), message, help: Some(help) }
}
