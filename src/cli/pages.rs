//! `explain`, `criteria`, `policies list`, `schema` and `completions`: pages to read.

use std::io::{self, Write};

use camino::Utf8PathBuf;
use clap::CommandFactory;

use super::args::{Cli, Criteria, Explain, SchemaName, TargetArgs, When};
use super::console;
use super::everything::everything;
use super::failure::Failure;
use super::frameworks;
use super::judge;
use super::page_format::PageFormat;
use crate::config::settings;
use crate::evaluate::gate::exit;
use crate::model::{Assessment, Frameworks, Policy, Sources};
use crate::rego::{PolicySet, metadata};
use crate::report::{self, HumanOptions, explain, schemas};

/// Shows what a policy or a criterion is and, where something is scanned, how it fares and why.
pub fn explain(arguments: &Explain, color: When) -> Result<u8, Failure> {
    let settings = judge::settings_for(None, &arguments.paths)?;
    let known = frameworks::frameworks(&arguments.framework, &settings, &judge::home(None, &arguments.paths))?;
    let set = judge::policies(&arguments.policy, &[], &settings, &known)?;
    let proof = match arguments.paths.as_slice() {
        [] if arguments.inputs.is_given() => {
            return Err(Failure::Usage(
                "--var-file, --var, --parameters and --tf-env have no effect where nothing is scanned".to_owned(),
            ));
        }
        [] if arguments.verbose => {
            return Err(Failure::Usage("--verbose has no effect where nothing is scanned".to_owned()));
        }
        [] => None,
        paths => {
            let target =
                TargetArgs { paths: paths.to_vec(), inputs: arguments.inputs.clone(), ..TargetArgs::default() };
            Some(everything(&target, &settings, &set, &known.frameworks)?)
        }
    };
    let compiled = set.policies.iter().find(|(policy, module)| policy.id.0 == arguments.id && module.is_compiled());
    let page = Page {
        compiled: compiled.map(|it| it.1.text.as_ref()),
        id: &arguments.id,
        format: arguments.format,
        frameworks: &known.frameworks,
        policies: &policies_of(&set),
        assessment: proof.as_ref().map(|it| &it.0),
        sources: proof.as_ref().map(|it| &it.1.sources),
        options: HumanOptions { verbose: arguments.verbose, ..console::human_options(color, true) },
    };
    let mut is_known = false;
    console::print(|out| {
        is_known = page.write(out)?;
        Ok(())
    })?;
    if is_known {
        return Ok(exit::PASSED);
    }
    let hint = if proof.is_none() { "; for a finding's fingerprint, name what to scan as well" } else { "" };
    Err(Failure::Usage(format!("no policy, criterion or finding is called `{}`{hint}", arguments.id)))
}

/// What a page is made of.
struct Page<'a> {
    id: &'a str,
    /// The Rego of a policy in short form.
    compiled: Option<&'a str>,
    format: PageFormat,
    frameworks: &'a Frameworks,
    policies: &'a [Policy],
    assessment: Option<&'a Assessment>,
    sources: Option<&'a Sources>,
    options: HumanOptions,
}

impl Page<'_> {
    /// Writes the page of the id. False when nothing has this id.
    fn write(&self, out: &mut dyn Write) -> io::Result<bool> {
        let is_json = self.format == PageFormat::Json;
        if let Some(policy) = self.policies.iter().find(|it| it.id.0 == self.id) {
            match is_json {
                true => explain::policy_json(policy, self.assessment, out)?,
                false => explain::policy(policy, self.frameworks, self.assessment, &self.options, out)?,
            }
            if let Some(text) = self.compiled.filter(|_| !is_json) {
                write!(out, "\nCompiled to\n\n{text}")?;
            }
            return Ok(true);
        }
        let mut typed = self.frameworks.asked.iter().filter_map(|it| Some((it.measure, it.criterion_typed(self.id)?)));
        if let Some((measure, criterion)) = typed.next() {
            match is_json {
                true => explain::criterion_json(criterion, self.policies, self.assessment, out)?,
                false => explain::criterion(criterion, measure, self.policies, self.assessment, &self.options, out)?,
            }
            return Ok(true);
        }
        match (self.assessment, self.sources) {
            (Some(assessment), _) if is_json => explain::finding_json(self.id, assessment, out),
            (Some(assessment), Some(sources)) => explain::finding(self.id, assessment, sources, &self.options, out),
            _ => Ok(false),
        }
    }
}

/// Lists the criteria of frameworks.
pub fn criteria(arguments: &Criteria, color: When) -> Result<u8, Failure> {
    let settings = judge::settings_for(None, &[])?;
    let known = frameworks::frameworks(&arguments.framework, &settings, &judge::home(None, &[]))?;
    let set = judge::policies(&[], &[], &settings, &known)?;
    let mut frameworks = known.frameworks.asked;
    if let Some(category) = &arguments.category {
        let known: Vec<String> = frameworks.iter().flat_map(|it| &it.categories).map(|it| it.id.clone()).collect();
        for framework in &mut frameworks {
            framework.categories.retain(|it| it.id == *category);
            framework.criteria.retain(|it| it.category == *category);
        }
        frameworks.retain(|it| !it.categories.is_empty());
        if frameworks.is_empty() {
            let known = known.join(", ");
            return Err(Failure::Usage(format!("unknown category `{category}`; known: {known}")));
        }
    }
    let policies = policies_of(&set);
    console::print(|out| match arguments.format {
        PageFormat::Json => report::criteria::render_json(&frameworks, &policies, out),
        PageFormat::Human => {
            let options = console::human_options(color, true);
            frameworks.iter().try_for_each(|it| report::criteria::render(it, &policies, &options, out))
        }
    })?;
    Ok(exit::PASSED)
}

/// Lists the policies in use, those of the settings in the working folder among them.
pub fn policies(folders: &[Utf8PathBuf], format: PageFormat, color: When) -> Result<u8, Failure> {
    let settings = judge::settings_for(None, &[])?;
    let known = frameworks::frameworks(&[], &settings, &judge::home(None, &[]))?;
    let set = judge::policies(folders, &[], &settings, &known)?;
    let policies = policies_of(&set);
    console::print(|out| match format {
        PageFormat::Json => report::policies::render_json(&policies, out),
        PageFormat::Human => report::policies::render(&policies, &console::human_options(color, true), out),
    })?;
    Ok(exit::PASSED)
}

fn policies_of(set: &PolicySet) -> Vec<Policy> {
    set.policies.iter().map(|it| it.0.clone()).collect()
}

/// Prints a JSON Schema.
pub fn schema(name: SchemaName) -> Result<u8, Failure> {
    let text = match name {
        SchemaName::Config => settings::SCHEMA,
        SchemaName::Policy => metadata::SCHEMA,
        SchemaName::Evidence => schemas::schema("evidence").unwrap_or_default(),
        SchemaName::Assessment => schemas::schema("assessment").unwrap_or_default(),
        SchemaName::Row => schemas::schema("row").unwrap_or_default(),
    };
    console::print(|out| writeln!(out, "{}", text.trim_end()))?;
    Ok(exit::PASSED)
}

/// Prints the completions of a shell.
pub fn completions(shell: clap_complete::Shell) -> Result<u8, Failure> {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "gapcheck", &mut bytes);
    console::print(|out| out.write_all(&bytes))?;
    Ok(exit::PASSED)
}
