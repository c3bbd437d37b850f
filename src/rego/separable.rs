//! Whether a policy judges each subject by itself, whoever else is there. Then copies of one subject, each in another
//! state, can stand in one population under ids of their own, and one question answers for all of them.

use super::module::Module;
use super::structure::{Rule, Structure};
use super::tokens::{Token, TokenKind, tokens};
use crate::model::EvidenceKind;

/// Rules that answer, one subject at a time.
const ANSWERS: &[&str] = &["subjects", "deny"];

/// Words by which a rule could learn of other subjects, or of another id than its own.
const FAR_REACHING: &[&str] = &["input", "data", "with", "subjects", "deny"];

/// Whether each answer rule takes one subject from the population of the kind and uses its id only to name it, and no
/// other rule and no library looks at the input.
pub fn is_separable(module: &Module, libraries: &[&Module], kind: EvidenceKind) -> bool {
    if module.foreign.is_some() {
        return false;
    }
    let of_library = libraries.iter().all(|it| {
        let rules = Structure::of(&it.text).rules();
        let code = Code::of(&it.text);
        rules.iter().all(|rule| code.is_pure(rule, &[]))
    });
    let code = Code::of(&module.text);
    of_library && Structure::of(&module.text).rules().iter().all(|it| code.is_apart(it, kind))
}

struct Code<'a> {
    text: &'a str,
    tokens: Vec<Token>,
}

impl<'a> Code<'a> {
    fn of(text: &'a str) -> Self {
        let is_code = |it: &Token| !matches!(it.kind, TokenKind::Comment | TokenKind::Newline);
        Self { text, tokens: tokens(text).into_iter().filter(is_code).collect() }
    }

    /// The words of a rule, in order.
    fn words(&self, rule: &Rule) -> Vec<&'a str> {
        let within = |it: &&Token| rule.range.start <= it.range.start && it.range.end <= rule.range.end;
        self.tokens.iter().filter(within).map(|it| it.of(self.text)).collect()
    }

    fn is_apart(&self, rule: &Rule, kind: EvidenceKind) -> bool {
        if !ANSWERS.contains(&rule.name.as_str()) {
            return self.is_pure(rule, &[]);
        }
        let words = self.words(rule);
        let Some(at) = words.iter().position(|it| *it == "input") else { return false };
        let (Some(taken), Some(subject)) = (words.get(at.saturating_sub(3)..at + 3), words.get(at.saturating_sub(2)))
        else {
            return false;
        };
        let outside = words.get(..at.saturating_sub(3)).unwrap_or_default();
        let named =
            |it: &[&str]| it == ["contains", subject, ".", "id"] || it == ["\"subject\"", ":", subject, ".", "id"];
        taken == ["some", subject, "in", "input", ".", kind.name()]
            && !rule.is_default
            && rule.branches.is_empty()
            && is_in_body(outside)
            && words.windows(4).chain(words.windows(5)).filter(|it| named(it)).count() == 1
            && self.is_pure(rule, &[subject])
    }

    /// Whether a rule looks at nothing but what it is given. Of those rules that answer, what they take is given.
    fn is_pure(&self, rule: &Rule, taken: &[&&str]) -> bool {
        let words = self.words(rule);
        let allowed = if taken.is_empty() { 0 } else { 1 };
        let far = |word: &&str| FAR_REACHING.contains(word);
        // An answer rule begins with its own name and takes its subject from the input.
        let is_near = words.iter().filter(|it| far(it)).count() == allowed * 2;
        let ids = words.windows(2).filter(|it| *it == [".", "id"]).count()
            + words.iter().filter(|it| **it == "\"id\"").count();
        is_near && ids == allowed
    }
}

/// Whether what follows these words stands in the rule's own body, and in no comprehension or `every`.
fn is_in_body(before: &[&str]) -> bool {
    let mut open: Vec<usize> = Vec::new();
    for (at, word) in before.iter().enumerate() {
        match *word {
            "(" | "[" | "{" => open.push(at),
            ")" | "]" | "}" => {
                open.pop();
            }
            _ => {}
        }
    }
    let is_body =
        |at: &usize| before.get(*at) == Some(&"{") && at.checked_sub(1).and_then(|it| before.get(it)) == Some(&"if");
    before.contains(&"if") && open.len() <= 1 && open.iter().all(is_body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    fn module(rules: &str) -> Module {
        Module::read(SourceId(0), "x.rego", format!("package gapcheck.job.x\n\n{rules}").into()).unwrap()
    }

    fn is_apart(rules: &str) -> bool {
        is_separable(&module(rules), &[], EvidenceKind::Job)
    }

    const SUBJECTS: &str = "subjects contains job.id if some job in input.job\n";

    fn denies(body: &str) -> String {
        format!(
            "{SUBJECTS}\ndeny contains {{\"subject\": job.id, \"path\": [], \"message\": message}} if {{\n{body}\n}}\n"
        )
    }

    #[test]
    fn a_policy_that_takes_one_subject_at_a_time_judges_it_by_itself() {
        assert!(is_apart(SUBJECTS));
        assert!(is_apart(&denies("\tsome job in input.job\n\t_bad(job)\n\tmessage := sprintf(\"%s\", [job.name])")));
        let every = "\tsome job in input.job\n\tevery step in job.steps { step.name }\n\tmessage := \"x\"";
        assert!(is_apart(&format!("{}\n_bad(job) if job.id2\n\n_words := {{\"a\"}}\n", denies(every))));
    }

    #[test]
    fn what_looks_at_others_or_at_ids_does_not() {
        let deny = |more: &str| denies(&format!("\tsome job in input.job\n\tmessage := \"x\"\n\t{more}"));
        assert!(is_apart(&deny("true")));
        for more in [
            "count(input.job) > 1",
            "not job.name in {it.name | some it in input.job}",
            "input.today < \"2026\"",
            "count(subjects) > 1",
            "count(data.gapcheck.job.x.deny) > 1",
            "startswith(job.id, \"a\")",
            "object.get(job, \"id\", \"\") == \"a\"",
            "_bad(job) with input as {}",
        ] {
            assert!(!is_apart(&deny(more)), "{more}");
        }
        assert!(!is_apart(&denies("\tsome at, job in input.job\n\tmessage := \"x\"")));
        assert!(!is_apart(&denies("\tmessage := \"x\"\n\tevery job in input.job { job.name }")));
        assert!(!is_apart(&denies("\tmessage := \"x\"\n\tcount({1 | some job in input.job}) > 1\n\tsome job in [1]")));
        assert!(!is_apart(&denies("\tsome job in input.step\n\tmessage := \"x\"")));
        assert!(!is_apart(&format!("{SUBJECTS}\n_names contains job.name if some job in input.job\n")));
        assert!(!is_apart("subjects contains job.name if some job in input.job\n"));
        assert!(!is_apart("subjects := {\"a\"}\n"));
    }

    #[test]
    fn a_library_may_not_look_at_the_input() {
        let subjects = module(SUBJECTS);
        assert!(is_separable(&subjects, &[&module("a(x) if x.b\n")], EvidenceKind::Job));
        assert!(!is_separable(&subjects, &[&module("a(x) if x.b in input.job\n")], EvidenceKind::Job));
    }
}
