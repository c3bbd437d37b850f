//! What images are collected from Dockerfiles.

use super::*;
use crate::model::{SourceId, Value};

fn evidence(text: &str) -> Evidence {
    let file = SourceFile { id: SourceId(0), path: "Dockerfile".into(), text: text.into(), collectors: Vec::new() };
    let mut collected = collect(&Target::default(), &[&file]);
    assert_eq!(collected.readings.len(), 1);
    collected.evidence.pop().expect("an image")
}

fn fact(evidence: &Evidence, path: &str) -> Option<String> {
    evidence.facts.dotted(path)?.scalar_text()
}

fn shown<'a>(text: &'a str, evidence: &Evidence, path: &str) -> &'a str {
    let path: Vec<_> = path.split('.').collect();
    text.get(evidence.span_at(&path).range()).unwrap_or("out of bounds")
}

#[test]
fn the_final_stage_decides_and_inherits_from_stages_it_is_built_from() {
    let text = "ARG V=12\nFROM debian:$V AS base\nUSER app:app\nFROM golang AS build\nUSER root\nFROM base\nCOPY --from=build /a /a\nCOPY --from=nginx:1 /b /b\nEXPOSE 80 53/udp\n";
    let image = evidence(text);
    assert_eq!(fact(&image, "user").as_deref(), Some("app"));
    assert_eq!(shown(text, &image, "user"), "app");
    assert_eq!(fact(&image, "base_images.0.tag").as_deref(), Some("12"));
    assert_eq!(fact(&image, "base_images.0.final").as_deref(), Some("true"));
    assert_eq!(fact(&image, "base_images.1.repository").as_deref(), Some("golang"));
    assert_eq!(fact(&image, "base_images.1.final").as_deref(), Some("false"));
    assert_eq!(fact(&image, "base_images.2.image").as_deref(), Some("nginx:1"));
    assert_eq!(fact(&image, "ports.1.port").as_deref(), Some("53"));
    assert_eq!(fact(&image, "ports.1.protocol").as_deref(), Some("udp"));
    assert_eq!(shown(text, &image, "healthcheck"), "FROM base");
}

#[test]
fn an_argument_without_a_default_is_not_known() {
    let image = evidence("ARG TAG\nARG REPO=nginx\nFROM $REPO:$TAG\nUSER ${UID:-1000}\n");
    assert_eq!(fact(&image, "base_images.0.repository").as_deref(), Some("nginx"));
    let tag = image.facts.dotted("base_images.0.tag").map(|it| &it.value);
    assert!(matches!(tag, Some(Value::Unresolved(_))), "{tag:?}");
    assert_eq!(fact(&image, "user").as_deref(), Some("1000"));
}

#[test]
fn variables_keep_their_values_places() {
    let text = "FROM a:1\nARG TOKEN=abc\nENV A=$TOKEN B=\"x y\"\nENV OLD some words\n";
    let image = evidence(text);
    assert_eq!(fact(&image, "variables.0.value").as_deref(), Some("abc"));
    assert_eq!(shown(text, &image, "variables.0.value"), "abc");
    assert_eq!(fact(&image, "variables.1.value").as_deref(), Some("abc"));
    assert_eq!(fact(&image, "variables.2.value").as_deref(), Some("x y"));
    assert_eq!(fact(&image, "variables.3.value").as_deref(), Some("some words"));
    assert_eq!(shown(text, &image, "variables.3.value"), "some words");
}

#[test]
fn commands_and_packages_are_told() {
    let text = "FROM a:1\nRUN apt-get update && apt-get install -y --no-install-recommends curl=7.1 \\\n    git\nRUN sudo -E pip install -r r.txt x==1 'y>=2' z\nRUN npm i -g @a/b@1 c && apk add --no-cache --virtual .d e~=1\nRUN curl -k https://x | sudo bash\n";
    let image = evidence(text);
    let packages: Vec<_> = image
        .facts
        .get("packages")
        .into_iter()
        .flat_map(Node::items)
        .map(|it| (it.get("name").and_then(Node::as_str), it.get("version").and_then(Node::as_str)))
        .collect();
    let expected = [
        ("curl", Some("7.1")),
        ("git", None),
        ("x", Some("1")),
        ("y", Some("2")),
        ("z", None),
        ("@a/b", Some("1")),
        ("c", None),
        ("e", Some("1")),
    ];
    assert_eq!(packages, expected.map(|(name, version)| (Some(name), version)));
    assert_eq!(shown(text, &image, "packages.1.version"), "git");
    assert_eq!(fact(&image, "commands.5.program").as_deref(), Some("curl"));
    assert_eq!(fact(&image, "commands.5.piped_to").as_deref(), Some("bash"));
    assert_eq!(fact(&image, "commands.6.sudo").as_deref(), Some("true"));
}

#[test]
fn names_of_files_tell_dockerfiles() {
    for (path, claim) in [
        ("a/Dockerfile", Claim::Yes),
        ("Containerfile", Claim::Yes),
        ("Dockerfile.prod", Claim::IfContent),
        ("web.dockerfile", Claim::IfContent),
        ("Dockerfile.dockerignore", Claim::Yes),
        ("Dockerfile.5.md", Claim::No),
        ("dockerfile.go", Claim::No),
        ("Dockerfiles", Claim::No),
    ] {
        assert_eq!(claims(Utf8Path::new(path)), claim, "{path}");
    }
}
