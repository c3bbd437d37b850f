//! A made-up run for the tests of the reports.

use std::collections::BTreeMap;

use crate::model::assessment::SCHEMA_VERSION;
use crate::model::{
    AspectResult, Assessment, Cause, ControlStatus, CriterionResult, EvidenceKind, FileStatus, Finding, FrameworkScope,
    Gate, Ledger, LedgerEntry, Link, Location, Measure, Missing, Nature, Notice, Outcome, PolicyId, PolicyResult,
    Population, Related, Repository, Run, Scope, Severity, Source, SourceId, Sources, Span, Strength, SubjectRef,
    TestKind, Tool,
};

pub(super) const MAIN: &str = "# Storage of the shop.\nresource \"aws_s3_bucket\" \"logs\" {\n  bucket = \"shop-logs\"\n\
  \x20 acl    = var.acl\n}\n\nmodule \"data\" {\n  source = \"./data\"\n  public = true\n}\n\nvariable \"acl\" {\n  \
  default = \"public-read\"\n}\n\nresource \"aws_db_instance\" \"main\" {\n  password = \"hunter2hunter2\"\n  engine = \
  \"postgres\"\n}\n";

pub(super) const COMPOSE: &str = "services:\n  web:\n    image: nginx\n  worker:\n    image: app\n    user: root\n";

/// The sources of the sample: a Terraform file with a secret, and a Compose file.
pub(super) fn sources() -> Sources {
    let mut sources = Sources::default();
    let main = sources.add(Source::new("infra/main.tf", MAIN));
    sources.add(Source::new("docker-compose.yml", COMPOSE));
    sources.redact([span(main, MAIN, "hunter2hunter2")]);
    sources
}

pub(super) fn span(id: SourceId, text: &str, part: &str) -> Span {
    let start = text.find(part).expect("the sample holds it");
    Span::new(id, start..start + part.len())
}

/// Where a part of the sample lies.
pub(super) fn at(part: &str) -> Location {
    let (id, text) = if MAIN.contains(part) { (SourceId(0), MAIN) } else { (SourceId(1), COMPOSE) };
    sources().location(span(id, text, part))
}

pub(super) fn finding(policy: &str, severity: Severity, name: &str, message: &str, place: &str) -> Finding {
    let location = at(place);
    let compose = location.file.as_str().ends_with(".yml");
    let format = if compose { "compose" } else { "terraform" };
    Finding {
        fingerprint: format!("f00d{:04x}", policy.len() * 256 + name.len()),
        repository: None,
        policy: PolicyId(policy.to_owned()),
        outcome: Outcome::Fail,
        severity,
        waiver: None,
        baseline: false,
        change: None,
        subject: SubjectRef {
            id: format!("{format}:{}#{name}", location.file),
            kind: if compose { EvidenceKind::Workload } else { EvidenceKind::Bucket },
            name: name.to_owned(),
            format: format.to_owned(),
            provider: None,
            native_type: None,
            address: None,
        },
        message: message.to_owned(),
        path: vec!["acl".to_owned()],
        subject_location: location.clone(),
        location,
        related: Vec::new(),
        criteria: vec!["CC6.1".to_owned(), "CC6.8".to_owned()],
        remediation: Some("set `user:` to a name or id other than root".to_owned()),
        unresolved: None,
    }
}

fn policy(id: &str, title: &str, severity: Severity, population: Population) -> PolicyResult {
    PolicyResult {
        id: PolicyId(id.to_owned()),
        title: title.to_owned(),
        description: "Whoever can reach it can use it. Set `acl` with care.".to_owned(),
        severity,
        criteria: vec![Link {
            criterion: "CC6.1".to_owned(),
            aspect: "access-settings".to_owned(),
            strength: Strength::Primary,
            because: "what anyone can read is not restricted".to_owned(),
        }],
        tests: TestKind::Design,
        aliases: BTreeMap::from([("checkov".to_owned(), vec!["CKV_AWS_20".to_owned()])]),
        formats: vec!["compose".to_owned(), "terraform".to_owned()],
        remediation: BTreeMap::from([("terraform".to_owned(), "set `acl` to `private`".to_owned())]),
        population,
    }
}

fn criterion(id: &str, title: &str, category: &str, status: ControlStatus, population: Population) -> CriterionResult {
    CriterionResult {
        id: id.to_owned(),
        title: title.to_owned(),
        category: category.to_owned(),
        nature: if status == ControlStatus::Manual { Nature::Organizational } else { Nature::Mixed },
        status,
        reason: "some reason in one sentence".to_owned(),
        aspects: vec![
            aspect("access-settings", Nature::Configuration, status == ControlStatus::Partial),
            aspect("inventory", Nature::Organizational, false),
        ],
        population,
        policies: vec![PolicyId("bucket-is-private".to_owned())],
        unread_files: usize::from(status == ControlStatus::Undetermined),
        framework: "soc2".to_owned(),
        objective: None,
        user_entities: Vec::new(),
        subservice_organizations: Vec::new(),
    }
}

fn aspect(id: &str, nature: Nature, covered: bool) -> AspectResult {
    let covered_by = if covered { vec![PolicyId("bucket-is-private".to_owned())] } else { Vec::new() };
    AspectResult { id: id.to_owned(), title: format!("The {id}"), nature, covered, covered_by, attested_by: None }
}

pub(super) fn population(pass: usize, fail: usize, undetermined: usize) -> Population {
    Population { subjects: pass + fail + undetermined, pass, fail, undetermined, waived: 0 }
}

fn file(path: &str, collector: Option<&str>, status: FileStatus, reason: Option<&str>) -> LedgerEntry {
    LedgerEntry {
        path: path.into(),
        collector: collector.map(str::to_owned),
        status,
        reason: reason.map(str::to_owned),
        sha256: None,
        bytes: 120,
        problems: Vec::new(),
        could_be: Vec::new(),
    }
}

/// A run with a gap of each sort.
pub(super) fn assessment() -> Assessment {
    let mut bucket = finding("bucket-is-private", Severity::Critical, "logs", "logs can be read by anyone", "var.acl");
    bucket.related = vec![Related { note: "the default of var.acl".to_owned(), location: at("\"public-read\"") }];
    bucket.remediation = Some("set `block_public_acls` and its three siblings to `true` in an `aws_s3_bucket_public_access_block`, and leave `acl` out".to_owned());
    let user = |name: &str, place: &str| {
        let message = format!("{name} may run as root");
        finding("workload-names-non-root-user", Severity::High, name, &message, place)
    };
    let mut kms = finding("database-is-encrypted", Severity::High, "main", "main is not encrypted", "\"main\"");
    kms.outcome = Outcome::Undetermined;
    kms.unresolved = Some(Missing {
        cause: Cause::Variable("var.kms_key".to_owned()),
        location: at("variable \"acl\""),
        help: "pass `--var-file` or `--var`".to_owned(),
        needs: vec![Cause::Variable("var.kms_key".to_owned())],
    });
    let mut secret =
        finding("secret-is-not-inline", Severity::High, "main", "main has its password in the file", "hunter2hunter2");
    secret.remediation = Some("let `manage_master_user_password` keep it".to_owned());
    let mut broken = file("infra/broken.tf", Some("terraform"), FileStatus::Partly, None);
    broken.problems = vec![Notice {
        message: "a quote is not closed".to_owned(),
        location: Some(Location { file: "infra/broken.tf".into(), ..at("source") }),
        help: None,
    }];
    let manual =
        |id: &str| criterion(id, "Integrity and ethics", "security", ControlStatus::Manual, population(0, 0, 0));
    Assessment {
        schema_version: SCHEMA_VERSION.to_owned(),
        tool: Tool {
            name: "gapcheck".to_owned(),
            version: "0.1.0".to_owned(),
            policies_digest: "sha256:00".to_owned(),
        },
        run: Run {
            date: "2026-11-23".to_owned(),
            root: ".".to_owned(),
            repository: Some(Repository::default()),
            examination: None,
        },
        scope: Scope {
            framework: "soc2".to_owned(),
            framework_title: "SOC 2, Trust Services Criteria".to_owned(),
            categories: vec!["security".to_owned()],
        },
        frameworks: vec![FrameworkScope {
            id: "soc2".to_owned(),
            title: "SOC 2, Trust Services Criteria".to_owned(),
            measure: Measure::Criterion,
            readers: "customers and auditors".to_owned(),
            reference: "AICPA".to_owned(),
            categories: vec!["security".to_owned()],
        }],
        gate: Gate {
            fail_on: Severity::Low,
            strict: false,
            passed: false,
            exit_code: 1,
            reason: "4 gaps at or above low".to_owned(),
        },
        ledger: Ledger::new(vec![
            file("infra/main.tf", Some("terraform"), FileStatus::Collected, None),
            file("docker-compose.yml", Some("compose"), FileStatus::Collected, None),
            file("logo.yaml", None, FileStatus::Skipped, Some("binary")),
            broken,
        ]),
        problems: vec![Notice {
            message: "policy bucket-is-odd ran out of time".to_owned(),
            location: None,
            help: Some("raise its limit".to_owned()),
        }],
        criteria: vec![
            manual("CC1.1"),
            manual("CC1.2"),
            criterion(
                "CC6.1",
                "Logical access to systems and data is restricted",
                "security",
                ControlStatus::Gap,
                population(9, 4, 1),
            ),
            criterion("CC6.6", "Boundaries", "security", ControlStatus::Partial, population(4, 0, 0)),
            criterion("CC6.7", "Data in motion", "security", ControlStatus::Undetermined, population(4, 0, 2)),
            criterion("CC6.8", "Unauthorized software", "security", ControlStatus::Gap, population(0, 2, 0)),
            criterion(
                "CC7.1",
                "Detection of changes in configuration and of new vulnerabilities",
                "security",
                ControlStatus::NoEvidence,
                population(0, 0, 0),
            ),
            criterion("CC8.1", "Changes", "security", ControlStatus::Satisfied, population(12, 0, 0)),
            criterion("A1.1", "Capacity", "availability", ControlStatus::OutOfScope, population(0, 0, 0)),
        ],
        policies: vec![
            policy("bucket-is-private", "Buckets are closed to the public", Severity::Critical, population(1, 1, 0)),
            policy("database-is-encrypted", "Databases are encrypted", Severity::High, population(0, 0, 1)),
            policy("secret-is-not-inline", "Passwords stand in no file", Severity::High, population(0, 1, 0)),
            policy(
                "workload-names-non-root-user",
                "Workloads name a user other than root",
                Severity::High,
                population(3, 2, 0),
            ),
        ],
        findings: vec![bucket, secret, user("web", "web"), user("worker", "root"), kms],
        waivers: Vec::new(),
        foreign: Vec::new(),
        attestations: Vec::new(),
        baseline: None,
        comparison: None,
        remarks: Vec::new(),
        repositories: Vec::new(),
        passes: None,
    }
}
