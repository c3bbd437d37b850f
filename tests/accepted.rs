//! What people accept and attest: each rule of waivers, comments, attestations and the baseline.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic, and reads what was written")]

use std::process::Command;

use gapcheck::model::{Assessment, ControlStatus, Standing};

const BUCKET: &str = "resource \"aws_s3_bucket\" \"logs\" {\n  bucket = \"logs\"\n  acl    = \"public-read\"\n}\n";

/// A folder with files.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (path, text) in files {
            folder.write(path, text);
        }
        folder
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
        let output = command.args(arguments).current_dir(self.0.path()).env("SOURCE_DATE_EPOCH", "1764000000").output();
        let output = output.unwrap();
        let text = |it: Vec<u8>| String::from_utf8(it).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    }

    /// The assessment as of a day.
    fn at(&self, day: &str) -> Assessment {
        let (_, out, error) = self.run(&["scan", ".", "--category", "all", "--format", "json", "--at", day]);
        serde_json::from_str(&out).unwrap_or_else(|_| panic!("{error}"))
    }
}

fn waiver(policy: &str, subject: &str, expires: &str) -> String {
    format!(
        "[[waiver]]\npolicy = \"{policy}\"\nsubject = \"{subject}\"\nreason = \"r\"\nowner = \"@o\"\nexpires = {expires}\n"
    )
}

const POLICY: &str = "bucket-grants-nothing-to-everyone";

/// Waivers of the policy's findings, each `None` where it stands.
fn waived(assessment: &Assessment, policy: &str) -> Vec<Option<String>> {
    assessment.findings.iter().filter(|it| it.policy.0 == policy).map(|it| it.waiver.clone()).collect()
}

fn remarks(assessment: &Assessment) -> String {
    assessment.remarks.iter().map(|it| format!("{}\n", it.message)).collect()
}

#[test]
fn a_waiver_holds_through_its_last_day_and_no_longer() {
    let folder =
        Folder::new(&[("main.tf", BUCKET), (".gapcheck/waivers.toml", &waiver(POLICY, "*logs", "2026-01-31"))]);
    let assessment = folder.at("2026-01-31");
    assert_eq!(waived(&assessment, POLICY), [Some("waiver-1".to_owned())]);
    assert_eq!(remarks(&assessment), "");
    let it = assessment.policies.iter().find(|it| it.id.0 == POLICY).unwrap().population;
    assert_eq!((it.subjects, it.fail, it.waived), (1, 0, 1));
    let assessment = folder.at("2026-02-01");
    assert_eq!(waived(&assessment, POLICY), [None]);
    assert!(remarks(&assessment).contains("by @o lapsed 1 day ago"), "{}", remarks(&assessment));
    assert_eq!(assessment.waivers[0].standing, Standing::Expired);
}

#[test]
fn a_waiver_speaks_only_of_its_subjects_path_and_value() {
    let with = |more: &str, subject: &str| {
        let text = format!("{}{more}\n", waiver(POLICY, subject, "2026-01-31"));
        waived(&Folder::new(&[("main.tf", BUCKET), (".gapcheck/waivers.toml", &text)]).at("2026-01-01"), POLICY)
    };
    assert_eq!(with("", "*other"), [None]);
    assert_eq!(with("", "terraform:.#aws_s3_bucket.logs"), [Some("waiver-1".to_owned())]);
    assert_eq!(with("path = \"acl\"", "*"), [Some("waiver-1".to_owned())]);
    assert_eq!(with("path = \"policy\"", "*"), [None]);
    assert_eq!(with("value = \"public-read\"", "*"), [Some("waiver-1".to_owned())]);
    assert_eq!(with("value = \"public-read-write\"", "*"), [None]);
}

#[test]
fn what_no_calendar_knows_is_expired_and_what_runs_too_long_is_refused() {
    let folder = Folder::new(&[("main.tf", BUCKET)]);
    folder.write(".gapcheck/waivers.toml", &waiver(POLICY, "*", "\"2026-02-31\""));
    let assessment = folder.at("2026-01-01");
    assert_eq!(waived(&assessment, POLICY), [None]);
    assert!(remarks(&assessment).contains("`2026-02-31` is no day of the calendar"), "{}", remarks(&assessment));
    folder.write(".gapcheck/waivers.toml", &waiver(POLICY, "*", "2029-01-01"));
    let assessment = folder.at("2026-01-01");
    assert_eq!((waived(&assessment, POLICY), assessment.waivers[0].standing), (vec![None], Standing::Refused));
    folder.write("gapcheck.toml", "[waivers]\nmax_days = 2000\n");
    assert_eq!(waived(&folder.at("2026-01-01"), POLICY), [Some("waiver-1".to_owned())]);
    folder.write("gapcheck.toml", &format!("[waivers]\nmax_days = 2000\nnot_waivable = [\"{POLICY}\"]\n"));
    assert_eq!(waived(&folder.at("2026-01-01"), POLICY), [None]);
}

#[test]
fn a_waiver_that_accepts_nothing_or_names_no_policy_is_remarked() {
    let text = waiver("bucket-has-owner-tags-never", "*", "2026-01-31") + &waiver(POLICY, "*nothing", "2026-01-31");
    let folder = Folder::new(&[("main.tf", BUCKET), (".gapcheck/waivers.toml", &text)]);
    let said = remarks(&folder.at("2026-01-01"));
    assert!(said.contains("no policy is called bucket-has-owner-tags-never"), "{said}");
    assert!(said.contains("the waiver waiver-2 accepts nothing"), "{said}");
}

#[test]
fn an_owner_whom_codeowners_does_not_know_is_remarked() {
    let said = |owners: &str| {
        let text = waiver(POLICY, "*", "2026-01-31");
        let files = [("main.tf", BUCKET), (".gapcheck/waivers.toml", text.as_str()), (".github/CODEOWNERS", owners)];
        remarks(&Folder::new(&files).at("2026-01-01"))
    };
    let remark = "CODEOWNERS does not know @o, the owner of the waiver waiver-1";
    assert!(said("* @acme/others\n").contains(remark));
    assert!(!said("*.md @acme/others\n* @o\n").contains(remark));
}

#[test]
fn a_compensated_waiver_holds_only_while_the_other_policy_passes() {
    let text = waiver(POLICY, "*", "2026-01-31") + "compensated_by = \"bucket-keeps-former-versions\"\n";
    let folder = Folder::new(&[("main.tf", BUCKET), (".gapcheck/waivers.toml", &text)]);
    assert_eq!(folder.at("2026-01-01").waivers[0].standing, Standing::Uncompensated);
    let versions = "resource \"aws_s3_bucket_versioning\" \"logs\" {\n  bucket = aws_s3_bucket.logs.id\n  \
                    versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n";
    folder.write("versions.tf", versions);
    assert_eq!(folder.at("2026-01-01").waivers[0].standing, Standing::Valid);
}

#[test]
fn a_comment_accepts_what_it_stands_at() {
    let comment = "gapcheck:waive bucket-grants-nothing-to-everyone until 2026-01-31 owner=@o it is a public site";
    let accepted = |text: &str| waived(&Folder::new(&[("main.tf", text)]).at("2026-01-01"), POLICY);
    assert_eq!(accepted(&format!("# {comment}\n{BUCKET}")), [Some("main.tf:1".to_owned())]);
    let inside = BUCKET.replace("\n  acl", &format!("\n  // {comment}\n  acl"));
    assert_eq!(accepted(&inside), [Some("main.tf:3".to_owned())]);
    let behind = BUCKET.replace("read\"", &format!("read\" # {comment}"));
    assert_eq!(accepted(&behind), [Some("main.tf:3".to_owned())]);
    let far = format!("# {comment}\nlocals {{\n  a = 1\n}}\n{BUCKET}");
    assert_eq!(accepted(&far), [None]);
    let lacking = "# gapcheck:waive bucket-grants-nothing-to-everyone until 2026-01-31 because\n";
    let folder = Folder::new(&[("main.tf", &format!("{lacking}{BUCKET}"))]);
    let assessment = folder.at("2026-01-01");
    assert_eq!(waived(&assessment, POLICY), [None]);
    assert!(remarks(&assessment).contains("it lacks `owner=`"), "{}", remarks(&assessment));
}

#[test]
fn an_annotation_accepts_for_its_whole_document() {
    let pod = "kind: Pod\napiVersion: v1\nmetadata:\n  name: a\n  annotations:\n    note: \"gapcheck:waive \
               workload-is-not-privileged until 2026-01-31 owner=@o drivers\"\nspec:\n  containers:\n    - name: c\n      \
               image: i\n      securityContext: {privileged: true}\n";
    let other = pod.replace("name: a", "name: b").replace("gapcheck:waive", "said");
    let folder = Folder::new(&[("pods.yaml", &format!("{pod}---\n{other}"))]);
    let waivers = waived(&folder.at("2026-01-01"), "workload-is-not-privileged");
    assert_eq!(waivers, [Some("pods.yaml:6".to_owned()), None]);
}

#[test]
fn comments_for_other_tools_count_only_where_the_settings_honour_them() {
    let text = BUCKET.replace("{\n", "{\n  #checkov:skip=CKV_AWS_20:public on purpose\n");
    let folder = Folder::new(&[("main.tf", &text)]);
    let assessment = folder.at("2026-01-01");
    assert_eq!(waived(&assessment, POLICY), [None]);
    assert_eq!(assessment.foreign.iter().map(|it| it.rules.join(",")).collect::<Vec<_>>(), ["CKV_AWS_20"]);
    folder.write("gapcheck.toml", "[waivers]\nhonour = [\"checkov\"]\n");
    let assessment = folder.at("2026-01-01");
    assert_eq!(waived(&assessment, POLICY), [Some("main.tf:2".to_owned())]);
    assert!(assessment.foreign.is_empty());
}

#[test]
fn an_attestation_speaks_until_it_ends_or_its_file_changes() {
    let folder = Folder::new(&[("main.tf", BUCKET), ("conduct.md", "Be kind.\n")]);
    let (code, _, error) = folder.run(&[
        "attest",
        "CC1.1",
        "--statement",
        "s",
        "--by",
        "J. Doe",
        "--until",
        "2026-06-30",
        "--evidence",
        "conduct.md",
    ]);
    assert_eq!(code, 0, "{error}");
    let status = |day: &str| {
        let assessment = folder.at(day);
        let criterion = assessment.criteria.iter().find(|it| it.id == "CC1.1").unwrap().clone();
        (criterion.status, remarks(&assessment))
    };
    assert_eq!(status("2026-06-30"), (ControlStatus::Attested, String::new()));
    let (ended, said) = status("2026-07-01");
    assert_eq!(ended, ControlStatus::Manual);
    assert!(said.contains("the attestation of CC1.1 by J. Doe expired on 2026-06-30"), "{said}");
    folder.write("conduct.md", "Be rude.\n");
    let (stale, said) = status("2026-06-30");
    assert_eq!(stale, ControlStatus::Manual);
    assert!(said.contains("conduct.md is not what was attested"), "{said}");
}

#[test]
fn a_baseline_hides_what_was_there_until_its_block_changes() {
    let folder = Folder::new(&[("main.tf", BUCKET)]);
    assert_eq!(folder.run(&["scan", "."]).0, 1);
    assert_eq!(folder.run(&["baseline"]).0, 0);
    let (code, out, _) = folder.run(&["scan", "."]);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("hidden from the gate"), "{out}");
    // Moved and laid out anew, it is the same gap.
    folder.write("main.tf", &format!("\n\n{}", BUCKET.replace("acl    =", "acl =")));
    assert_eq!(folder.run(&["scan", "."]).0, 0);
    // A new gap is the only one that counts.
    let second = BUCKET.replace("logs", "site");
    folder.write("site.tf", &second);
    let (code, out, _) = folder.run(&["scan", ".", "--format", "json"]);
    let assessment: Assessment = serde_json::from_str(&out).unwrap();
    let open = assessment.findings.iter().filter(|it| !it.baseline && it.waiver.is_none());
    assert!(open.clone().count() > 0 && open.clone().all(|it| it.subject.name == "site"));
    assert_eq!(code, 1);
    std::fs::remove_file(folder.0.path().join("site.tf")).unwrap();
    // An edit of the block brings its gaps back.
    folder.write("main.tf", &BUCKET.replace("\"logs\"\n", "\"logs-2\"\n"));
    let (code, out, _) = folder.run(&["scan", ".", "--category", "all", "--format", "json"]);
    let baseline = serde_json::from_str::<Assessment>(&out).unwrap().baseline.unwrap();
    assert_eq!((code, baseline.hidden, baseline.lapsed + baseline.gone), (1, 0, baseline.gaps));
    assert!(baseline.lapsed > 0);
}

#[test]
fn known_gaps_that_a_run_does_not_ask_about_are_not_gone() {
    let folder = Folder::new(&[("main.tf", BUCKET), ("other.tf", "resource \"aws_kms_key\" \"a\" {}\n")]);
    assert_eq!(folder.run(&["baseline"]).0, 0);
    for arguments in [&["scan", "."][..], &["scan", "main.tf"], &["scan", ".", "--criterion", "CC6.7"]] {
        let (_, out, _) = folder.run(&[arguments, &["--format", "json"]].concat());
        let baseline = serde_json::from_str::<Assessment>(&out).unwrap().baseline.unwrap();
        assert_eq!(baseline.gone, 0, "{arguments:?}");
        assert!(baseline.hidden > 0, "{arguments:?}");
    }
}

#[test]
fn a_baseline_is_judged_as_the_settings_say() {
    let folder = Folder::new(&[("main.tf", BUCKET)]);
    let known = || {
        assert_eq!(folder.run(&["baseline"]).0, 0);
        std::fs::read_to_string(folder.0.path().join(".gapcheck/baseline.json")).unwrap()
    };
    assert!(known().contains(POLICY));
    folder.write("gapcheck.toml", &format!("[policies]\ndisabled = [\"{POLICY}\"]\n"));
    assert!(!known().contains(POLICY));
}

#[test]
fn a_finding_is_waived_by_its_fingerprint() {
    let folder = Folder::new(&[("main.tf", BUCKET)]);
    let before = folder.at("2026-01-01");
    let print = before.findings.iter().find(|it| it.policy.0 == POLICY).unwrap().fingerprint.clone();
    let (code, _, error) = folder.run(&["waive", &print, "--reason", "r", "--owner", "@o", "--until", "2026-06-30"]);
    assert_eq!(code, 0, "{error}");
    let after = folder.at("2026-01-01");
    assert_eq!(after.findings.iter().filter(|it| it.waiver.is_some()).count(), 1);
    assert_eq!(waived(&after, POLICY), [Some("waiver-1".to_owned())]);
}

/// A written policy with this in its head.
fn written(head: &str) -> String {
    let words = "Everybody who works here keeps to it. ".repeat(20);
    format!("---\n{head}\n---\n# Conduct\n\n{words}\n")
}

#[test]
fn a_document_in_force_speaks_for_what_only_people_can_show() {
    let head = "owner: people-team\nreviewed: 2026-01-01\nsatisfies: [CC1.1, CC6.1]";
    let folder = Folder::new(&[("docs/conduct.md", &written(head))]);
    let assessment = folder.at("2026-06-01");
    let criterion =
        |assessment: &Assessment, id: &str| assessment.criteria.iter().find(|it| it.id == id).unwrap().clone();
    let conduct = criterion(&assessment, "CC1.1");
    assert_eq!(conduct.status, ControlStatus::Attested, "{}", conduct.reason);
    assert_eq!(conduct.aspects[0].attested_by.as_deref(), Some("docs/conduct.md (people-team)"));
    // Of CC6.1, an inventory is all that a document can show.
    let covered: Vec<_> = criterion(&assessment, "CC6.1").aspects.into_iter().filter(|it| it.covered).collect();
    assert_eq!(covered.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["inventory"]);
    assert_eq!(remarks(&assessment), "");
    // A year later, nobody has looked at it again.
    let assessment = folder.at("2027-06-01");
    assert_eq!(criterion(&assessment, "CC1.1").status, ControlStatus::Manual);
    assert!(remarks(&assessment).contains("docs/conduct.md speaks for no criterion: its review was due on 2027-01-01"));
}

#[test]
fn a_document_speaks_for_no_more_than_it_may() {
    let said = |satisfies: &str, more: &str| {
        let head = format!("reviewed: 2026-01-01\nsatisfies: [{satisfies}]\n{more}");
        remarks(&Folder::new(&[("docs/conduct.md", &written(&head))]).at("2026-06-01"))
    };
    let owned = "owner: people-team";
    assert!(said("CC1.1", "").contains("it names no owner"));
    assert!(said("CC99.1", owned).contains("soc2 has no criterion CC99.1"));
    assert!(said("CC1.1/nothing", owned).contains("CC1.1 has no aspect nothing"));
    assert!(said("CC6.1/encryption", owned).contains("CC6.1/encryption is shown by configuration, and by no document"));
    assert_eq!(said("CC1.1/discipline", owned), "");
}
