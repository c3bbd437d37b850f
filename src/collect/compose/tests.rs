//! What workloads Compose files give.

use super::*;
use crate::model::{FileStatus, SourceId};

fn gather(texts: &[(&str, &str)]) -> Collected {
    let mut files: Vec<_> = texts
        .iter()
        .zip(0..)
        .map(|((path, text), id)| SourceFile {
            id: SourceId(id),
            path: (*path).into(),
            text: (*text).into(),
            collectors: Vec::new(),
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let target = Target { paths: Vec::new(), files, whole_repository: false, ..Target::default() };
    let own: Vec<_> = target.files.iter().filter(|it| claims(&it.path) != Claim::No).collect();
    collect(&target, &own)
}

fn one(text: &str) -> Evidence {
    gather(&[("compose.yml", text)]).evidence.pop().expect("a service")
}

fn text(evidence: &Evidence, path: &str) -> Option<String> {
    evidence.facts.dotted(path)?.scalar_text()
}

fn shown<'a>(source: &'a str, evidence: &Evidence, path: &str) -> &'a str {
    let path: Vec<_> = path.split('.').collect();
    source.get(evidence.span_at(&path).range()).unwrap_or("out of bounds")
}

#[test]
fn a_service_answers_what_workloads_are_asked() {
    let source = "services:
  web:
    image: ghcr.io/a/b:1
    user: \"1000:1000\"
    privileged: yes
    cap_add: [CAP_SYS_ADMIN]
    security_opt: [no-new-privileges:true, seccomp=unconfined]
    network_mode: host
    mem_limit: 1g
    deploy: {replicas: 2, resources: {limits: {cpus: '0.5'}}}
    healthcheck: {test: [CMD, x]}
";
    let web = one(source);
    assert_eq!(text(&web, "user").as_deref(), Some("1000"));
    assert_eq!(shown(source, &web, "user"), "1000");
    assert_eq!(text(&web, "privileged").as_deref(), Some("true"));
    assert_eq!(text(&web, "added_capabilities.0").as_deref(), Some("SYS_ADMIN"));
    assert_eq!(text(&web, "allow_privilege_escalation").as_deref(), Some("false"));
    assert_eq!(text(&web, "seccomp").as_deref(), Some("Unconfined"));
    assert_eq!(text(&web, "host_network").as_deref(), Some("true"));
    assert_eq!(text(&web, "cpu_limit").as_deref(), Some("0.5"));
    assert_eq!(text(&web, "memory_limit").as_deref(), Some("1g"));
    assert_eq!(text(&web, "image_tag").as_deref(), Some("1"));
    assert!(web.facts.get("liveness_probe").is_some());
    assert_eq!(shown(source, &web, "restart"), "web");
}

#[test]
fn short_forms_are_taken_apart() {
    let source = "services:
  db:
    image: a
    ports: ['127.0.0.1:5433:5432', 80, '53:53/udp', '${PORT:-90}:9', {target: 1, published: 2, host_ip: 127.0.0.1}]
    volumes: ['/var/run/docker.sock:/s:ro', 'data:/d', './x:/x', {type: bind, source: /etc, target: /e}, '${D}/y:/y']
    environment: ['A=b=c', 'D', 'P=${P}', 'Q=${Q:-q}']
    env_file: .env
";
    let db = one(source);
    let port = |at: &str| {
        ["host_ip", "host_port", "container_port", "protocol"]
            .map(|it| text(&db, &format!("ports.{at}.{it}")).unwrap_or_default())
    };
    assert_eq!(port("0"), ["127.0.0.1", "5433", "5432", "TCP"]);
    assert_eq!(port("1"), ["0.0.0.0", "", "80", "TCP"]);
    assert_eq!(port("2"), ["0.0.0.0", "53", "53", "UDP"]);
    assert_eq!(port("3"), ["0.0.0.0", "90", "9", "TCP"]);
    assert_eq!(port("4"), ["127.0.0.1", "2", "1", "TCP"]);
    let mount = |at: &str| {
        ["kind", "source", "read_only"].map(|it| text(&db, &format!("mounts.{at}.{it}")).unwrap_or_default())
    };
    assert_eq!(mount("0"), ["host_path", "/var/run/docker.sock", "true"]);
    assert_eq!(mount("1"), ["volume", "data", "false"]);
    assert_eq!(mount("2"), ["host_path", "./x", "false"]);
    assert_eq!(mount("3"), ["host_path", "/etc", "false"]);
    assert_eq!(mount("4"), ["", "", "false"]);
    assert_eq!(shown(source, &db, "mounts.0.source"), "/var/run/docker.sock");
    let env = |at: &str| ["name", "value", "from"].map(|it| text(&db, &format!("env.{at}.{it}")).unwrap_or_default());
    assert_eq!(env("0"), ["A", "b=c", ""]);
    assert_eq!(env("1"), ["D", "", "environment"]);
    assert_eq!(env("2"), ["P", "", "environment"]);
    assert_eq!(env("3"), ["Q", "q", ""]);
    assert_eq!(shown(source, &db, "env.0.value"), "b=c");
    assert_eq!(text(&db, "env_from.0.source").as_deref(), Some(".env"));
}

#[test]
fn variables_come_from_the_file_beside() {
    let collected = gather(&[
        ("a/.env", "# c\nTAG=1.2 # why\nexport X='y'\n"),
        ("a/compose.yml", "services:\n  w: {image: 'n:${TAG}', user: '${NOBODY}'}\n"),
        ("b/.env", "A=b"),
    ]);
    let web = &collected.evidence[0];
    assert_eq!(text(web, "image_tag").as_deref(), Some("1.2"));
    assert!(web.facts.get("user").is_some_and(|it| it.as_unresolved().is_some()));
    let statuses: Vec<_> = collected.readings.iter().map(|it| it.status).collect();
    assert_eq!(statuses, [FileStatus::Collected, FileStatus::Collected, FileStatus::Skipped]);
}

#[test]
fn services_extend_others_and_take_users_from_their_build() {
    let collected = gather(&[
        (
            "compose.yml",
            "services:\n  a: {build: ./app, read_only: true}\n  b: {extends: a, read_only: false}\n  c: {extends: {service: c}, image: x}\n",
        ),
        ("app/Dockerfile", "FROM x:1\nUSER app\nHEALTHCHECK CMD x\n"),
    ]);
    let [a, b, _] = collected.evidence.as_slice() else { panic!("three services") };
    assert_eq!(text(a, "user").as_deref(), Some("app"));
    assert_eq!(text(b, "user").as_deref(), Some("app"));
    assert_eq!(text(b, "read_only_root").as_deref(), Some("false"));
    assert!(b.facts.get("liveness_probe").is_some());
}

#[test]
fn a_variant_lies_on_the_main_file_beside_it() {
    let main = ("docker-compose.yml", "services:\n  a: {image: 'b:1', read_only: true}\n");
    let dev = "services:\n  a: {privileged: true}\n  c: {image: d}\n";
    let collected = gather(&[("docker-compose.dev.yml", dev), main]);
    let [a, _, alone] = collected.evidence.as_slice() else { panic!("{:?}", collected.evidence) };
    assert_eq!(a.id, "compose:docker-compose.dev.yml#a");
    let facts = ["image_tag", "read_only_root", "privileged"].map(|it| text(a, it).unwrap_or_default());
    assert_eq!(facts, ["1", "true", "true"]);
    assert_eq!(shown(dev, a, "privileged"), "true");
    assert_eq!(text(alone, "privileged").as_deref(), Some("false"));
    // Nothing tells what lies below a file of another name.
    let collected = gather(&[("more.yml", "services:\n  a: {ports: ['1:1']}\n"), main]);
    assert_eq!(collected.readings[1].status, FileStatus::Skipped);
}

#[test]
fn other_formats_with_services_are_left_alone() {
    assert!(recognises("version: '3'\nservices:\n  a:\n    image: b\n"));
    assert!(!recognises("on: push\njobs:\n  a:\n    services:\n      image: b\n"));
    assert!(!recognises("services:\n  - docker:dind\nbuild:\n  script: x\n"));
}

#[test]
fn services_take_on_what_other_files_say() {
    let collected = gather(&[
        (
            "compose.yml",
            "include: [./more.yml, {path: [gone.yml]}]
services:
  web:
    extends: {file: base/compose.yml, service: base}
    environment: {B: two}
    ports: ['80:80']
  lost: {image: x, extends: {file: nowhere.yml, service: base}}
",
        ),
        (
            "base/compose.yml",
            "services: {base: {image: 'nginx:1', user: app, environment: {A: one, B: one}, ports: ['90:90']}}\n",
        ),
        ("more.yml", "services:\n  redis: {image: 'redis:7'}\n"),
    ]);
    let web = collected.evidence.iter().find(|it| it.name == "web").expect("web");
    assert_eq!(text(web, "image_tag").as_deref(), Some("1"));
    assert_eq!(text(web, "user").as_deref(), Some("app"));
    assert_eq!(text(web, "env.0.value").as_deref(), Some("two"));
    assert_eq!(text(web, "env.1.name").as_deref(), Some("A"));
    assert_eq!(text(web, "ports.1.host_port").as_deref(), Some("90"));
    let problems: Vec<_> = collected.readings.iter().flat_map(|it| &it.problems).collect();
    let messages: Vec<_> = problems.iter().map(|it| it.message.as_str()).collect();
    assert_eq!(messages, ["it includes a file that was not read", "it extends a service of a file that was not read"]);
}

#[test]
fn a_user_that_comes_from_outside_is_unknown_also_beside_a_group() {
    let web = one("services: {web: {image: x, user: '${UID}:${GID}'}}\n");
    let shape = web.facts.dotted("user").and_then(Node::as_unresolved).map(|it| it.shape.clone());
    assert_eq!(shape, Some(crate::model::Shape::Template([None].into())));
}

#[test]
fn an_override_beside_a_file_lies_on_top_of_it() {
    let base = "services:
  web:
    image: a
    privileged: true
    command: [a, b]
    environment: [A=1, B=2]
    ports: ['80:80']
    volumes: ['./x:/data', 'logs:/logs']
    cap_add: [NET_ADMIN]
    deploy: {resources: {limits: {memory: 1g}}}
";
    let above = "services:
  web:
    privileged: false
    environment: {B: 3, C: 4}
    ports: !override ['8080:80']
    volumes: ['./y:/data']
    cap_add: !reset []
    deploy: {resources: {limits: {cpus: 2}}}
  extra: {image: b}
";
    let collected = gather(&[("docker-compose.yml", base), ("docker-compose.override.yml", above)]);
    let ids: Vec<_> = collected.evidence.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["compose:docker-compose.yml#web", "compose:docker-compose.yml#extra"]);
    let web = &collected.evidence[0];
    assert_eq!(text(web, "privileged").as_deref(), Some("false"));
    let listed = |list: &str, key: &str| -> Vec<String> {
        web.facts.get(list).unwrap().items().iter().filter_map(|it| it.get(key)?.scalar_text()).collect()
    };
    assert_eq!(listed("env", "value"), ["3", "4", "1"]);
    assert_eq!(listed("ports", "host_port"), ["8080"]);
    assert_eq!(listed("mounts", "source"), ["./y", "logs"]);
    assert!(web.facts.get("added_capabilities").unwrap().items().is_empty());
    assert_eq!(text(web, "memory_limit").as_deref(), Some("1g"));
    assert_eq!(text(web, "cpu_limit").as_deref(), Some("2"));
    let said = collected.readings.iter().find_map(|it| it.reason.as_deref());
    assert_eq!(said, Some("judged as a part of docker-compose.yml"));
}

#[test]
fn services_that_extend_one_another_in_a_circle_are_a_problem() {
    let text = "services:\n  a: {image: x, extends: {service: b}}\n  b: {image: y, extends: a}\n";
    let collected = gather(&[("compose.yml", text)]);
    assert_eq!(collected.evidence.len(), 2);
    assert!(collected.readings[0].problems.iter().all(|it| it.message.contains("in a circle")));
    assert_eq!(collected.readings[0].status, FileStatus::Partly);
}

#[test]
fn values_of_env_files_see_what_stands_above_them() {
    let lines = "A=1\nB=${A}.2 # why\nC: \"$A\"\nD='$A'\nexport E=x#y\nF=${OUTSIDE}\n# G=1\nURL=http://a:80\n";
    let read = variables::dotenv(SourceId(0), lines);
    let value = |name: &str| read.get(name).map(|it| it.0.as_str());
    let names = ["A", "B", "C", "D", "E", "F", "G", "URL"];
    let wanted = [Some("1"), Some("1.2"), Some("1"), Some("$A"), Some("x#y"), None, None, Some("http://a:80")];
    assert_eq!(names.map(value), wanted);
}

#[test]
fn an_override_need_not_say_what_runs() {
    let collected = gather(&[
        ("compose.override.yaml", "services:\n  web:\n    privileged: true\n"),
        ("compose.yaml", "services:\n  web:\n    image: a:1\n"),
    ]);
    let web = collected.evidence.first().expect("a service");
    assert_eq!(text(web, "privileged").as_deref(), Some("true"));
}

#[test]
fn a_volume_that_is_a_folder_of_the_host_is_that_folder() {
    let source = "services:
  web:
    image: a:1
    volumes: [data:/data]
volumes:
  data:
    driver_opts: {type: none, o: 'rw,bind', device: /srv/data}
";
    let web = one(source);
    assert_eq!(text(&web, "mounts.0.kind").as_deref(), Some("host_path"));
    assert_eq!(text(&web, "mounts.0.source").as_deref(), Some("/srv/data"));
    assert_eq!(shown(source, &web, "mounts.0.source"), "data");
}

#[test]
fn variables_of_a_named_file_are_those_of_the_service() {
    let settings = "DB_USER=shop\nDB_PASSWORD=\"kT7vWq2LmZ9x\" # in plain\nLOG=debug\n";
    let source =
        "services:\n  web:\n    image: a:1\n    env_file: [conf/web.env, nowhere.env]\n    environment: {LOG: info}\n";
    let web = gather(&[("compose.yml", source), ("conf/web.env", settings)]).evidence.pop().expect("a service");
    let listed: Vec<_> = web.facts.get("env").expect("variables").items().iter().collect();
    let said = |at: usize, key: &str| listed.get(at)?.get(key)?.scalar_text();
    assert_eq!(listed.len(), 3);
    assert_eq!(said(0, "value").as_deref(), Some("info"));
    assert_eq!(said(1, "name").as_deref(), Some("DB_PASSWORD"));
    assert_eq!(said(1, "value").as_deref(), Some("kT7vWq2LmZ9x"));
    assert_eq!(shown(settings, &web, "env.1.value"), "\"kT7vWq2LmZ9x\" # in plain");
}

#[test]
fn a_config_that_is_written_down_is_evidence() {
    let source = "services: {web: {image: 'a:1', configs: [site]}}
configs:
  site: {content: 'password = kT7vWq2LmZ9x'}
  other: {file: ./other.ini}
";
    let configs: Vec<_> = gather(&[("compose.yml", source)]).evidence;
    let configs: Vec<_> = configs.iter().filter(|it| it.kind == EvidenceKind::Secret).collect();
    let [site] = configs.as_slice() else { panic!("one config: {configs:?}") };
    assert_eq!(site.id, "compose:compose.yml#configs.site");
    assert_eq!(text(site, "entries.0.value").as_deref(), Some("password = kT7vWq2LmZ9x"));
}

#[test]
fn services_of_the_first_version_stand_at_the_top() {
    let source = "web:\n  build: .\n  net: host\n  links: [db]\ndb:\n  image: postgres:9\n";
    let services = gather(&[("docker-compose.yml", source)]).evidence;
    assert_eq!(services.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["web", "db"]);
    assert_eq!(services.first().and_then(|it| text(it, "host_network")).as_deref(), Some("true"));
    let other = gather(&[("docker-compose.yml", "volumes:\n  data: {}\n")]);
    assert_eq!(other.readings[0].status, FileStatus::Skipped);
}
