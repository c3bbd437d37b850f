//! The pages as people see them.

use std::collections::BTreeMap;

use crate::model::{
    Aspect, Category, Criterion, EvidenceKind, Framework, Frameworks, Link, Measure, Nature, Pass, Policy, PolicyId,
    Severity, Strength, TestKind,
};
use crate::report::options::HumanOptions;
use crate::report::{criteria, policies, sample};

fn framework() -> Framework {
    let aspect = |id: &str, nature| Aspect {
        id: id.to_owned(),
        title: format!("The {id}"),
        nature,
        leans_on: Vec::new(),
        policies: Vec::new(),
    };
    let criterion = Criterion {
        id: "CC6.1".to_owned(),
        title: "Logical access to systems and data is restricted".to_owned(),
        summary: "Only those who need it reach systems and data.".to_owned(),
        category: "security".to_owned(),
        nature: Nature::Mixed,
        aspects: vec![aspect("access-settings", Nature::Configuration), aspect("inventory", Nature::Organizational)],
        user_entities: Vec::new(),
        subservice_organizations: Vec::new(),
    };
    Framework {
        id: "soc2".to_owned(),
        title: "SOC 2, Trust Services Criteria".to_owned(),
        reference: "https://www.aicpa-cima.com".to_owned(),
        readers: "management, customers, partners and auditors".to_owned(),
        measure: Measure::Criterion,
        categories: vec![Category { id: "security".to_owned(), title: "Security".to_owned(), always: true }],
        criteria: vec![criterion],
    }
}

fn policy(id: &str, strength: Strength) -> Policy {
    let link = |because: &str| Link {
        criterion: "CC6.1".to_owned(),
        aspect: "access-settings".to_owned(),
        strength,
        because: because.to_owned(),
    };
    Policy {
        id: PolicyId(id.to_owned()),
        title: "Buckets are closed to the public".to_owned(),
        description: "What anyone can read is not restricted, whatever else is done.".to_owned(),
        related_resources: vec!["https://example.com/buckets".to_owned()],
        kind: EvidenceKind::Bucket,
        package: "gapcheck.bucket.is_private".to_owned(),
        severity: Severity::Critical,
        criteria: vec![link("what anyone can read is not restricted")],
        tests: TestKind::Design,
        reads: vec!["public".to_owned()],
        remediation: BTreeMap::from([("terraform".to_owned(), "leave `acl` out".to_owned())]),
        aliases: BTreeMap::from([("checkov".to_owned(), vec!["CKV_AWS_20".to_owned(), "CKV_AWS_57".to_owned()])]),
        since: "0.1.0".to_owned(),
    }
}

fn library() -> Vec<Policy> {
    let database = policy("database-is-encrypted", Strength::Supporting);
    vec![policy("bucket-is-private", Strength::Primary), Policy { kind: EvidenceKind::Database, ..database }]
}

fn shown(draw: impl Fn(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    draw(&mut out).expect("a vector takes everything");
    String::from_utf8(out).expect("pages are text")
}

#[test]
fn criterion_page() {
    let mut run = sample::assessment();
    let pass = run.findings[0].clone();
    run.passes =
        Some(vec![Pass { policy: pass.policy, subject: pass.subject, subject_location: pass.subject_location }]);
    let (framework, library, options) = (framework(), library(), HumanOptions::default());
    let page =
        |run| shown(|out| super::criterion(&framework.criteria[0], framework.measure, &library, run, &options, out));
    insta::assert_snapshot!(page(Some(&run)));
    assert!(page(None).contains("looks in: terraform"));
}

#[test]
fn criterion_page_as_json() {
    let (framework, library, run) = (framework(), library(), sample::assessment());
    let page = shown(|out| super::criterion_json(&framework.criteria[0], &library, Some(&run), out));
    insta::assert_snapshot!(page);
}

#[test]
fn policy_page() {
    let (framework, library, run) = (framework(), library(), sample::assessment());
    let options = HumanOptions::default();
    insta::assert_snapshot!(shown(|out| super::policy(
        &library[0],
        &Frameworks::one(framework.clone()),
        Some(&run),
        &options,
        out
    )));
}

#[test]
fn finding_page() {
    let (run, sources, options) = (sample::assessment(), sample::sources(), HumanOptions::default());
    let fingerprint = &run.findings[0].fingerprint;
    insta::assert_snapshot!(shown(|out| {
        assert!(super::finding(fingerprint, &run, &sources, &options, out)?);
        Ok(())
    }));
    let mut out = Vec::new();
    assert!(!super::finding("no such", &run, &sources, &options, &mut out).expect("a vector takes everything"));
}

#[test]
fn criteria_and_policies_lists() {
    let (framework, library, options) = (framework(), library(), HumanOptions::default());
    insta::assert_snapshot!("criteria", shown(|out| criteria::render(&framework, &library, &options, out)));
    insta::assert_snapshot!("policies", shown(|out| policies::render(&library, &options, out)));
    insta::assert_snapshot!("policies_json", shown(|out| policies::render_json(&library, out)));
    insta::assert_snapshot!(
        "criteria_json",
        shown(|out| criteria::render_json(std::slice::from_ref(&framework), &library, out))
    );
}
