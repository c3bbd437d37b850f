//! A first policy and its tests, written out: they run as they stand.

use super::lint::vocabulary;
use crate::model::EvidenceKind;

/// What a new policy is about.
#[derive(Clone, Debug)]
pub struct Starter<'a> {
    pub kind: EvidenceKind,
    /// The id without its kind: `is-tagged`.
    pub name: &'a str,
    /// The fact that decides.
    pub fact: &'a str,
    /// Whether the fact must be true; else it must be there.
    pub is_flag: bool,
    pub criterion: &'a str,
    pub aspect: &'a str,
    pub formats: Vec<&'a str>,
}

/// The fact to begin with, where none is named: the first that is yes or no.
pub fn first_fact(kind: EvidenceKind) -> Option<&'static str> {
    vocabulary::names(kind).find(|it| is_flag(kind, it)).or_else(|| vocabulary::names(kind).next())
}

/// Whether a fact is yes or no.
pub fn is_flag(kind: EvidenceKind, fact: &str) -> bool {
    vocabulary::fact(kind, fact).and_then(|it| it.get("type")?.as_str()) == Some("boolean")
}

impl Starter<'_> {
    /// The file's name without its ending.
    pub fn file_name(&self) -> String {
        self.name.replace('-', "_")
    }

    fn lacks(&self) -> String {
        let fact = format!("{}.{}", self.kind.name(), self.fact);
        if self.is_flag { format!("not {fact} == true") } else { format!("not {fact}") }
    }

    /// The policy.
    pub fn policy(&self) -> String {
        let (kind, name, fact) = (self.kind.name(), self.name, self.fact);
        let package = self.file_name();
        let id = format!("{}-{name}", kind.replace('_', "-"));
        let words = name.replace('-', " ");
        let thing = kind.replace('_', " ");
        let formats: Vec<String> =
            self.formats.iter().map(|it| format!("#     {it}: \"set what becomes the fact `{fact}`\"\n")).collect();
        let formats = formats.concat();
        let (criterion, aspect, lacks) = (self.criterion, self.aspect, self.lacks());
        format!(
            "# METADATA\n# title: Each {thing} {words}\n# description: Say in one sentence what goes wrong without it.\n\
             # custom:\n#   id: {id}\n#   severity: medium\n#   criteria:\n\
             #     - {{id: {criterion}, aspect: {aspect}, strength: supporting, because: say why it bears on {criterion}}}\n\
             #   tests: design\n#   reads: [{fact}]\n#   remediation:\n{formats}#   since: \"0.1.0\"\n\
             package gapcheck.{kind}.{package}\n\n\
             subjects contains {kind}.id if some {kind} in input.{kind}\n\n\
             deny contains {{\"subject\": {kind}.id, \"path\": [\"{fact}\"], \"message\": message}} if {{\n\
             \tsome {kind} in input.{kind}\n\t{lacks}\n\
             \tmessage := sprintf(\"%s lacks {fact}\", [{kind}.name])\n}}\n"
        )
    }

    /// Its tests.
    pub fn tests(&self) -> String {
        let (kind, fact, package) = (self.kind.name(), self.fact, self.file_name());
        let value = if self.is_flag { "true" } else { "\"any\"" };
        let denied = match self.is_flag {
            true => format!("test_deny_false if _denied({{\"{fact}\": false}}) == {{[\"{fact}\"]}}\n\n"),
            false => String::new(),
        };
        format!(
            "package gapcheck.{kind}.{package}_test\n\n\
             import data.gapcheck.{kind}.{package} as policy\n\n\
             {denied}test_deny_missing if _denied({{}}) == {{[\"{fact}\"]}}\n\n\
             test_allow_stated if _denied({{\"{fact}\": {value}}}) == set()\n\n\
             test_subjects_are_all if policy.subjects == {{\"a\"}} with input.{kind} as [{{\"id\": \"a\"}}]\n\n\
             _denied(facts) := paths if {{\n\
             \tsubject := object.union({{\"id\": \"a\", \"name\": \"a\"}}, facts)\n\
             \tpaths := {{it.path | some it in policy.deny}} with input.{kind} as [subject]\n}}\n"
        )
    }
}
