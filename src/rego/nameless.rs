//! Whether a policy says the same of subjects that differ in nothing but what they are called: then one of them can answer
//! for all, and each answer is put into words with the name of its own subject.

use std::collections::BTreeSet;

use super::module::Module;
use super::structure::{Rule, Structure};
use super::tokens::{TokenKind, tokens};

/// What stands in messages for a name that is filled in later.
pub const NAME: &str = "\u{f8ff}name\u{f8ff}";

/// Rules that answer, one subject at a time.
const ANSWERS: &[&str] = &["subjects", "deny"];

/// What a subject says of itself that only its name could differ in.
const OTHER_NAMES: &[&str] = &["address", "\"address\"", "\"name\""];

/// Whether a policy that judges each subject by itself looks at names only to put them into messages.
pub fn is_nameless(module: &Module, libraries: &[&Module]) -> bool {
    let own = rules(module);
    let of_libraries: Vec<Words<'_>> = libraries.iter().flat_map(|it| rules(it)).collect();
    let mut seen: BTreeSet<(&str, usize)> = BTreeSet::new();
    let mut to_see: Vec<(&str, usize)> = Vec::new();
    for rule in own.iter().filter(|it| ANSWERS.contains(&it.name.as_str())) {
        let Some(subject) = rule.taken() else { return false };
        if !rule.uses(subject, true, &mut to_see) {
            return false;
        }
    }
    // Whatever takes the subject must leave its name alone as well.
    while let Some((name, at)) = to_see.pop() {
        if !seen.insert((name, at)) {
            continue;
        }
        let mut called = own.iter().chain(&of_libraries).filter(|it| it.name == name).peekable();
        if called.peek().is_none() {
            return false;
        }
        for rule in called {
            match rule.parameter(at) {
                Some(parameter) if rule.uses(parameter, false, &mut to_see) => {}
                Some(_) | None => return false,
            }
        }
    }
    true
}

/// A rule and its words, in order.
struct Words<'a> {
    name: String,
    words: Vec<&'a str>,
}

fn rules(module: &Module) -> Vec<Words<'_>> {
    let is_code = |kind: TokenKind| !matches!(kind, TokenKind::Comment | TokenKind::Newline);
    let tokens: Vec<_> = tokens(&module.text).into_iter().filter(|it| is_code(it.kind)).collect();
    let words = |rule: &Rule| {
        let within = tokens.iter().filter(|it| rule.range.start <= it.range.start && it.range.end <= rule.range.end);
        within.map(|it| it.of(&module.text)).collect()
    };
    Structure::of(&module.text).rules().into_iter().map(|it| Words { words: words(&it), name: it.name }).collect()
}

impl<'a> Words<'a> {
    fn at(&self, at: usize, step: isize) -> &'a str {
        at.checked_add_signed(step).and_then(|it| self.words.get(it)).copied().unwrap_or_default()
    }

    /// The variable that an answer rule takes from the population: `some job in input.job`.
    fn taken(&self) -> Option<&'a str> {
        let at = self.words.iter().position(|it| *it == "input")?;
        (self.at(at, -1) == "in" && self.at(at, -3) == "some").then(|| self.at(at, -2))
    }

    /// The parameter of a function at a place among others, where it is a plain name.
    fn parameter(&self, at: usize) -> Option<&'a str> {
        let is_plain = |it: &&str| it.chars().all(|it| it.is_alphanumeric() || it == '_');
        (self.at(1, 0) == "(").then(|| self.arguments(1).get(at).copied().flatten()).flatten().filter(is_plain)
    }

    /// What stands between the commas of a call whose bracket is at `open`, where it is a single word.
    fn arguments(&self, open: usize) -> Vec<Option<&'a str>> {
        let mut found = Vec::new();
        let mut argument: Vec<&str> = Vec::new();
        let mut depth = 1_usize;
        for word in self.words.iter().skip(open + 1) {
            match *word {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 || (depth == 1 && *word == ",") {
                found.push(match argument.as_slice() {
                    [one] => Some(*one),
                    _ => None,
                });
                argument.clear();
            } else {
                argument.push(word);
            }
            if depth == 0 {
                break;
            }
        }
        found
    }

    /// Whether the rule asks a variable for nothing but facts, and for its name only to put it into a message. What it
    /// hands the variable to is added to what is to be seen.
    fn uses(&self, variable: &str, answers: bool, to_see: &mut Vec<(&'a str, usize)>) -> bool {
        if self.words.iter().any(|it| OTHER_NAMES.contains(it)) {
            return false;
        }
        let messages = self.words.iter().filter(|it| **it == "message").count();
        let places = self.words.iter().enumerate().filter(|it| *it.1 == variable && self.at(it.0, -1) != ".");
        for (at, _) in places {
            let is_asked = self.at(at, 1) == ".";
            let is_fine = match self.at(at, 2) {
                "name" if is_asked => answers && messages <= 2 && self.is_in_message(at),
                "address" if is_asked => false,
                _ if is_asked => true,
                _ => {
                    let is_taken = answers && self.at(at, -1) == "some" && self.at(at, 1) == "in";
                    let is_parameter = !answers && self.is_in_head(at);
                    is_taken || is_parameter || self.is_handed_on(at, to_see)
                }
            };
            if !is_fine {
                return false;
            }
        }
        true
    }

    /// Whether a place is among the parameters of this function.
    fn is_in_head(&self, at: usize) -> bool {
        self.at(1, 0) == "(" && at < self.words.iter().position(|it| *it == ")").unwrap_or(0)
    }

    /// Whether a variable is an argument of a call, and of which.
    fn is_handed_on(&self, at: usize, to_see: &mut Vec<(&'a str, usize)>) -> bool {
        if !["(", ","].contains(&self.at(at, -1)) || !["(", ",", ")"].contains(&self.at(at, 1)) {
            return false;
        }
        let Some(open) = self.opening(at).filter(|it| self.at(*it, 0) == "(") else { return false };
        let before: usize = self.words.get(open..at).unwrap_or_default().iter().filter(|it| **it == ",").count();
        let own = self.arguments(open);
        // Commas of arguments that are lists would be counted as well.
        let is_there = own.get(before).is_some_and(|it| *it == Some(self.at(at, 0)));
        let function = self.at(open, -1);
        if !is_there || function.is_empty() {
            return false;
        }
        to_see.push((function, before));
        true
    }

    /// The bracket that is open at a place.
    fn opening(&self, at: usize) -> Option<usize> {
        let mut depth = 0_usize;
        for (place, word) in self.words.iter().enumerate().take(at).rev() {
            match *word {
                ")" | "]" | "}" => depth += 1,
                "(" | "[" | "{" if depth == 0 => return Some(place),
                "(" | "[" | "{" => depth -= 1,
                _ => {}
            }
        }
        None
    }

    /// Whether a place is an item, as it stands, of the list that a message is made of.
    fn is_in_message(&self, at: usize) -> bool {
        let is_item = ["[", ","].contains(&self.at(at, -1)) && [",", "]"].contains(&self.at(at, 3));
        let Some(list) = self.opening(at).filter(|it| is_item && self.at(*it, 0) == "[") else { return false };
        let form = self.at(list, -2);
        let is_plain = form.split('%').skip(1).all(|it| it.starts_with(['s', 'd', 'v']));
        let is_made = self.at(list, -1) == "," && self.at(list, -3) == "(" && self.at(list, -4) == "sprintf";
        let is_message = (self.at(list, -5) == ":=" && self.at(list, -6) == "message")
            || (self.at(list, -5) == ":" && self.at(list, -6) == "\"message\"");
        form.starts_with('"') && is_plain && is_made && is_message
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Framework, SourceId};
    use crate::rego::{PolicySet, is_separable};

    fn is_nameless_with(body: &str, rules: &str) -> bool {
        let text = format!(
            "package gapcheck.job.x\n\nsubjects contains job.id if some job in input.job\n\n\
             deny contains {{\"subject\": job.id, \"path\": [], \"message\": message}} if {{\n\
             \tsome job in input.job\n{body}\n}}\n\n{rules}\n"
        );
        let module = Module::read(SourceId(0), "x.rego", text.into()).unwrap();
        is_nameless(&module, &[])
    }

    const MESSAGE: &str = "message := sprintf(\"%s is bad\", [job.name])";

    #[test]
    fn names_may_stand_in_messages() {
        assert!(is_nameless_with(&format!("\tjob.b\n\t{MESSAGE}"), ""));
        assert!(is_nameless_with("\tmessage := sprintf(\"%s: %d of %s\", [job.a, 1, job.name])", ""));
        let handed = format!("\t_bad(1, job)\n\tsome step in job.steps\n\tstep.name == \"x\"\n\t{MESSAGE}");
        assert!(is_nameless_with(&handed, "_bad(at, it) if _worse(it)\n\n_worse(it) if it.a == 1\n"));
    }

    #[test]
    fn names_may_decide_nothing() {
        for more in [
            "job.name == \"x\"",
            "startswith(job.name, \"x\")",
            "job[_] == \"x\"",
            "job[\"name\"]",
            "x := job",
            "some x in job",
            "count(job) > 3",
            "walk(job, [p, v])",
            "job.address",
            "object.get(job, \"name\", 1)",
            "message == \"x\"",
            "_named(job)",
            "_far(job)",
            "_at(1, job)",
            "_whole([job])",
        ] {
            let rules =
                "_named(it) if it.name\n\n_far(it) if _named(it)\n\n_at(a, b) if b[a]\n\n_whole(x) if x[0].name\n";
            assert!(!is_nameless_with(&format!("\t{more}\n\t{MESSAGE}"), rules), "{more}");
        }
        for message in [
            "message := sprintf(\"%q is bad\", [job.name])",
            "message := sprintf(\"%s is bad\", [lower(job.name)])",
            "message := concat(\" \", [job.name, \"x\"])",
            "x := sprintf(\"%s\", [job.name])\n\tmessage := x",
        ] {
            assert!(!is_nameless_with(&format!("\t{message}"), ""), "{message}");
        }
    }

    #[test]
    fn most_policies_are_nameless() {
        let set = PolicySet::load(&[], &[] as &[Framework]).unwrap();
        let is_apart = |module: &Module, kind| is_separable(module, &set.imported(module), kind);
        let apart = set.policies.iter().filter(|it| is_apart(&it.1, it.0.kind));
        let (all, others): (Vec<_>, Vec<_>) = apart.partition(|it| is_nameless(&it.1, &set.imported(&it.1)));
        let others: Vec<&str> = others.iter().map(|it| it.0.id.0.as_str()).collect();
        assert!(all.len() > others.len() * 4, "{} against {others:?}", all.len());
    }
}
