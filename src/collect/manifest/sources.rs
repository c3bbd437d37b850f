//! Where packages come from, as manifests, lock files and settings of package managers write it: places without TLS.

use camino::Utf8Path;

use crate::collect::target::SourceFile;
use crate::model::{Node, Span};

/// How a line tells of a source.
#[derive(Clone, Copy)]
enum Told {
    /// By any of these words before the address.
    After(&'static [&'static str]),
    /// By standing within one of these elements of XML.
    Within(&'static [&'static str]),
    /// By any of these words before the address, within a block of this name.
    InBlock(&'static str, &'static [&'static str]),
}

/// File names, the ecosystem, how they tell of sources, and settings that give up on TLS.
const FILES: &[(&[&str], &str, Told, &[&str])] = &[
    (&["package-lock.json", "npm-shrinkwrap.json"], "npm", Told::After(&["\"resolved\""]), &[]),
    (&["yarn.lock"], "npm", Told::After(&["resolved"]), &[]),
    (&["pnpm-lock.yaml"], "npm", Told::After(&["tarball"]), &[]),
    (
        &[".npmrc", ".yarnrc"],
        "npm",
        Told::After(&["registry"]),
        &["strict-ssl=false", "strict-ssl = false", "strict-ssl false"],
    ),
    (&[".yarnrc.yml"], "npm", Told::After(&["Registry", "Server"]), &["enableStrictSsl: false"]),
    (
        &["requirements.txt"],
        "pip",
        Told::After(&["-i ", "--index-url", "--extra-index-url", "--find-links", "-f ", "@"]),
        &["--trusted-host"],
    ),
    (&["pip.conf", "pip.ini"], "pip", Told::After(&["index-url", "find-links"]), &["trusted-host"]),
    (
        &["Pipfile", "pyproject.toml", "uv.toml", "poetry.lock", "uv.lock", "pdm.lock"],
        "pip",
        Told::After(&["url", "registry", "index"]),
        &["verify_ssl = false"],
    ),
    (&["Gemfile", "gems.rb"], "bundler", Told::After(&["source", "git:", "git =>"]), &[]),
    (&["Gemfile.lock", "gems.locked"], "bundler", Told::After(&["remote:"]), &[]),
    (&["composer.json"], "composer", Told::InBlock("\"repositories\"", &["\"url\""]), &["\"secure-http\": false"]),
    (&["composer.lock"], "composer", Told::InBlock("\"dist\"", &["\"url\""]), &[]),
    (
        &["pom.xml", "settings.xml"],
        "maven",
        Told::Within(&["repository", "pluginRepository", "snapshotRepository", "mirror"]),
        &[],
    ),
    (
        &["build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts"],
        "gradle",
        Told::InBlock("repositories", &["url", "uri", "maven("]),
        &["allowInsecureProtocol = true", "allowInsecureProtocol true", "isAllowInsecureProtocol = true"],
    ),
    (&["nuget.config"], "nuget", Told::Within(&["packageSources"]), &[]),
    (&["Cargo.toml", "config.toml"], "cargo", Told::After(&["index", "registry", "git"]), &[]),
    (&["Cargo.lock"], "cargo", Told::After(&["source"]), &[]),
    (&["pubspec.yaml", "pubspec.lock"], "pub", Told::After(&["url", "hosted"]), &[]),
    (&["Package.swift"], "swift", Told::After(&["url:"]), &[]),
];

type Row = (&'static [&'static str], &'static str, Told, &'static [&'static str]);

fn row(path: &Utf8Path) -> Option<&'static Row> {
    let name = path.file_name()?;
    // Many tools have a file of that name; Cargo's lies in a folder of its own, as do the settings of Maven.
    let folder = path.parent().and_then(Utf8Path::file_name);
    match name {
        "config.toml" if folder != Some(".cargo") => return None,
        "settings.xml" if !matches!(folder, Some(".m2" | ".mvn" | "maven")) => return None,
        _ => {}
    }
    let name = if name.starts_with("requirements") && name.ends_with(".txt") { "requirements.txt" } else { name };
    FILES.iter().find(|(names, ..)| names.iter().any(|it| it.eq_ignore_ascii_case(name)))
}

/// Whether a file of this name tells where packages come from.
pub(super) fn names_sources(path: &Utf8Path) -> bool {
    row(path).is_some()
}

/// The package ecosystem that a file belongs to.
pub(super) fn ecosystem(path: &Utf8Path) -> Option<&'static str> {
    row(path).map(|it| it.1)
}

/// Sources without TLS, each where its address or setting stands.
pub(super) fn plain(file: &SourceFile) -> Option<Node> {
    const MOST: usize = 100;
    let (_, _, told, settings) = row(&file.path)?;
    let mut scan = Scan { told: *told, depth: 0, block: None, open: Vec::new() };
    let mut found = Vec::new();
    let mut start = 0;
    for line in file.text.split_inclusive('\n') {
        let text = line.trim_end();
        let is_comment = text.trim_start().starts_with(['#', ';']) || text.trim_start().starts_with("//");
        if !is_comment && found.len() < MOST {
            let setting = settings.iter().find_map(|it| text.find(it).map(|at| (at, at + it.len())));
            let stretch = scan.address(text).or(setting);
            found.extend(stretch.map(|(from, to)| {
                let stated = text.get(from..to).unwrap_or_default();
                Node::new(stated, Span::new(file.id, start + from..start + to))
            }));
        }
        start += line.len();
    }
    Some(Node::list(found, Span::start_of(file.id)))
}

/// What is known of the lines before.
struct Scan {
    told: Told,
    depth: usize,
    /// How deep the block that tells of sources lies.
    block: Option<usize>,
    /// Elements of XML that are open.
    open: Vec<String>,
}

impl Scan {
    /// Where a plain address of a source stands in the line.
    fn address(&mut self, line: &str) -> Option<(usize, usize)> {
        let found = plain_address(line);
        match self.told {
            Told::After(words) => found.filter(|(at, _)| says(line, *at, words)),
            Told::Within(elements) => {
                let mut place = None;
                for (at, _) in line.match_indices('<') {
                    if found.is_some_and(|(from, _)| place.is_none() && from < at) {
                        place = Some(self.is_within(elements));
                    }
                    self.tag(line.get(at + 1..).unwrap_or_default());
                }
                found.filter(|_| place.unwrap_or_else(|| self.is_within(elements)))
            }
            Told::InBlock(name, words) => {
                if self.block.is_none() && names_block(line, name) {
                    self.block = Some(self.depth);
                }
                let inside = self.block.is_some();
                for letter in line.chars() {
                    match letter {
                        '{' | '[' => self.depth += 1,
                        '}' | ']' => self.depth = self.depth.saturating_sub(1),
                        _ => {}
                    }
                }
                let ended = self.block.is_some_and(|it| self.depth <= it);
                if ended && line.contains(['}', ']']) {
                    self.block = None;
                }
                found.filter(|(at, _)| inside && says(line, *at, words))
            }
        }
    }

    fn is_within(&self, elements: &[&str]) -> bool {
        self.open.iter().any(|it| elements.contains(&it.as_str()))
    }

    /// What follows a `<`.
    fn tag(&mut self, text: &str) {
        const DEEPEST: usize = 200;
        let name = |it: &str| -> String { it.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect() };
        let inner = text.split('>').next().unwrap_or_default();
        if let Some(closing) = text.strip_prefix('/') {
            let closing = name(closing);
            if let Some(at) = self.open.iter().rposition(|it| *it == closing) {
                self.open.truncate(at);
            }
        } else if !text.starts_with(['!', '?']) && !inner.ends_with('/') && self.open.len() < DEEPEST {
            self.open.push(name(text));
        }
    }
}

fn names_block(line: &str, name: &str) -> bool {
    line.trim_start().starts_with(name) || line.contains(&format!(" {name} {{"))
}

fn says(line: &str, at: usize, words: &[&str]) -> bool {
    line.get(..at).is_some_and(|before| words.iter().any(|it| before.contains(it)))
}

/// The first address without TLS in a line, one of the machine itself left out.
fn plain_address(line: &str) -> Option<(usize, usize)> {
    let at = line.find("http://")?;
    let rest = line.get(at..)?;
    let length = rest.find(|it: char| it.is_whitespace() || matches!(it, '"' | '\'' | '<' | ')' | ',' | '#'));
    let end = at + length.unwrap_or(rest.len());
    let host = rest.get("http://".len()..)?.split(['/', ':', '"', '\'']).next()?;
    let is_local = matches!(host, "localhost" | "127.0.0.1" | "0.0.0.0" | "") || host.starts_with(['$', '{']);
    (!is_local).then_some((at, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    fn found(path: &str, text: &str) -> Vec<String> {
        let file = SourceFile { id: SourceId(0), path: path.into(), text: text.into(), collectors: Vec::new() };
        plain(&file).iter().flat_map(|it| it.items()).filter_map(|it| it.as_str().map(str::to_owned)).collect()
    }

    #[test]
    fn sources_without_tls_are_found_and_homepages_are_not() {
        let pom = "<project>\n<url>http://home.example</url>\n<repositories><repository>\n<url>http://repo.example/m2</url>\n\
                   </repository></repositories>\n<licenses><license><url>http://l.example</url></license></licenses>\n</project>";
        let gradle =
            "repositories {\n  maven {\n    url 'http://m.example'\n  }\n}\npom { url = 'http://home.example' }\n";
        let composer = "{\"homepage\": \"http://home.example\",\n\"repositories\": [\n{\"type\": \"composer\", \"url\": \
                        \"http://p.example\"}\n],\n\"support\": {\"url\": \"http://s.example\"}}";
        for (path, text, sources) in [
            ("pom.xml", pom, vec!["http://repo.example/m2"]),
            ("build.gradle", gradle, vec!["http://m.example"]),
            ("composer.json", composer, vec!["http://p.example"]),
            (
                "requirements-dev.txt",
                "--index-url http://i.example/simple\nflask==3 # http://x\n",
                vec!["http://i.example/simple"],
            ),
            (".npmrc", "# registry=http://a\nregistry=http://r.example/\n", vec!["http://r.example/"]),
            (".npmrc", "strict-ssl=false\n", vec!["strict-ssl=false"]),
            (".npmrc", "registry=http://localhost:4873\n", vec![]),
            ("package-lock.json", "\"resolved\": \"http://r.example/a.tgz\",\n", vec!["http://r.example/a.tgz"]),
            ("Gemfile", "source 'http://g.example'\n", vec!["http://g.example"]),
            (
                "NuGet.Config",
                "<packageSources>\n<add key=\"a\" value=\"http://n.example\" />\n</packageSources>",
                vec!["http://n.example"],
            ),
            (".cargo/config.toml", "[registries.x]\nindex = \"http://c.example\"\n", vec!["http://c.example"]),
            ("hugo/config.toml", "index = \"http://c.example\"\n", vec![]),
        ] {
            assert_eq!(found(path, text), sources, "{path}");
        }
    }
}
