//! A framework: its criteria, what supports each, and what only a person can answer.

use std::io;
use std::io::Write;

use serde::Serialize;

use crate::model::{Aspect, Category, Criterion, Framework, Nature, Policy, Strength};

use super::json::write;
use super::options::HumanOptions;
use super::page::{Page, Style, plain, words};

#[derive(Serialize)]
struct FrameworkPage<'a> {
    id: &'a str,
    title: &'a str,
    reference: &'a str,
    readers: &'a str,
    categories: &'a [Category],
    criteria: Vec<CriterionPage<'a>>,
}

#[derive(Serialize)]
struct CriterionPage<'a> {
    id: &'a str,
    title: &'a str,
    summary: &'a str,
    category: &'a str,
    nature: Nature,
    aspects: Vec<AspectPage<'a>>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    user_entities: &'a [String],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    subservice_organizations: &'a [String],
}

#[derive(Serialize)]
struct AspectPage<'a> {
    id: &'a str,
    title: &'a str,
    nature: Nature,
    /// Policies whose passing population covers it.
    primary: Vec<&'a str>,
    /// Policies that bear on it without covering it.
    supporting: Vec<&'a str>,
}

/// Lists frameworks for programs: one as itself, several as a list.
pub fn render_json(frameworks: &[Framework], policies: &[Policy], out: &mut dyn Write) -> io::Result<()> {
    let pages: Vec<FrameworkPage<'_>> = frameworks.iter().map(|it| framework_page(it, policies)).collect();
    match pages.as_slice() {
        [one] => write(one, out),
        several => write(&several, out),
    }
}

fn framework_page<'a>(framework: &'a Framework, policies: &'a [Policy]) -> FrameworkPage<'a> {
    let criteria = framework
        .criteria
        .iter()
        .map(|it| CriterionPage {
            id: &it.id,
            title: &it.title,
            summary: &it.summary,
            category: &it.category,
            nature: it.nature,
            aspects: it.aspects.iter().map(|aspect| aspect_page(it, aspect, policies)).collect(),
            user_entities: &it.user_entities,
            subservice_organizations: &it.subservice_organizations,
        })
        .collect();
    FrameworkPage {
        id: &framework.id,
        title: &framework.title,
        reference: &framework.reference,
        readers: &framework.readers,
        categories: &framework.categories,
        criteria,
    }
}

/// Lists a framework for people.
pub fn render(
    framework: &Framework,
    policies: &[Policy],
    options: &HumanOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut page = Page::new(*options, out);
    page.hanging(&[], &[words(Style::BOLD, framework.title.as_str())])?;
    page.hanging(&[words(Style::CYAN, "  reference: ")], &[plain(framework.reference.as_str())])?;
    page.hanging(&[words(Style::CYAN, "  readers: ")], &[plain(framework.readers.as_str())])?;
    for category in &framework.categories {
        page.blank()?;
        let always = if category.always { " (always in scope)" } else { "" };
        page.hanging(&[], &[words(Style::BOLD, category.title.as_str()), plain(always)])?;
        for it in framework.criteria.iter().filter(|it| it.category == category.id) {
            criterion(it, policies, &mut page)?;
        }
    }
    page.blank()?;
    page.hanging(
        &[],
        &[plain(format!(
            "`gapcheck explain {}` shows one in full",
            framework.criteria.first().map_or("CRITERION", |it| it.id.as_str())
        ))],
    )
}

fn criterion(criterion: &Criterion, policies: &[Policy], page: &mut Page<'_>) -> io::Result<()> {
    let id = format!("  {} ", criterion.id);
    page.hanging(&[words(Style::BOLD, id)], &[plain(criterion.title.as_str())])?;
    for it in &criterion.user_entities {
        page.hanging(&[plain("      "), words(Style::CYAN, "user entities: ")], &[plain(it.as_str())])?;
    }
    for it in &criterion.subservice_organizations {
        page.hanging(&[plain("      "), words(Style::CYAN, "subservice organizations: ")], &[plain(it.as_str())])?;
    }
    for aspect in &criterion.aspects {
        let it = aspect_page(criterion, aspect, policies);
        let answered = match (aspect.nature, it.primary.len(), it.supporting.len()) {
            (_, 0, 0) => "only a person can answer".to_owned(),
            (_, 0, supporting) => format!("{supporting} supporting, and a person's word"),
            (_, primary, 0) => format!("{primary} primary"),
            (_, primary, supporting) => format!("{primary} primary, {supporting} supporting"),
        };
        let answered = words(Style::DIM, answered);
        page.hanging(&[plain("      "), words(Style::CYAN, format!("{}: ", aspect.id))], &[answered])?;
        if page.options.verbose {
            for id in it.primary.iter().chain(&it.supporting) {
                page.line(&[plain("        "), plain(*id)])?;
            }
        }
    }
    Ok(())
}

fn aspect_page<'a>(criterion: &'a Criterion, aspect: &'a Aspect, policies: &'a [Policy]) -> AspectPage<'a> {
    let linked = |strength| {
        let links = move |it: &&Policy| {
            let mut links = it.criteria.iter();
            links.any(|it| it.criterion == criterion.id && it.aspect == aspect.id && it.strength == strength)
        };
        policies.iter().filter(links).map(|it| it.id.0.as_str()).collect()
    };
    AspectPage {
        id: &aspect.id,
        title: &aspect.title,
        nature: aspect.nature,
        primary: linked(Strength::Primary),
        supporting: linked(Strength::Supporting),
    }
}
