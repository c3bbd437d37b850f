//! Which files are read as they stand, and by which parser.

use camino::Utf8Path;
use rayon::prelude::*;

use super::{docker, hcl, lines, properties, xml};
use crate::collect::collected::Collected;
use crate::collect::collector::{Claim, Collector};
use crate::collect::target::{SourceFile, Target};
use crate::model::{Entry, Evidence, EvidenceKind, Node, Problem, Span, Value};
use crate::syntax::{dockerfile, json, toml, yaml};

pub(in crate::collect) const COLLECTOR: Collector = Collector {
    name: "file",
    reads: "configuration files as they stand, for Conftest policies",
    claims,
    recognises: |_| true,
    collect,
};

/// A parser, with the name that Conftest gives it.
struct Parser {
    name: &'static str,
    /// Endings of file names.
    endings: &'static [&'static str],
    /// The configurations of a file: Conftest asks each item of a list by itself.
    parse: fn(&SourceFile) -> (Vec<Node>, Vec<Problem>),
}

const PARSERS: &[Parser] = &[
    Parser { name: "yaml", endings: &[".yaml", ".yml"], parse: |it| split(yaml::parse(it.id, &it.text)) },
    Parser { name: "json", endings: &[".json"], parse: |it| split(json::parse(it.id, &it.text)) },
    Parser { name: "toml", endings: &[".toml"], parse: |it| split(toml::parse(it.id, &it.text)) },
    Parser { name: "hcl2", endings: &[".tf", ".tfvars", ".hcl"], parse: |it| hcl::configuration(it) },
    Parser { name: "xml", endings: &[".xml"], parse: |it| xml::document(it) },
    Parser { name: "properties", endings: &[".properties"], parse: |it| properties::properties(it) },
    Parser { name: "ini", endings: &[".ini"], parse: |it| (vec![lines::ini(it)], Vec::new()) },
    Parser { name: "dotenv", endings: &[".env"], parse: |it| (vec![lines::dotenv(it)], Vec::new()) },
    Parser {
        name: "dockerfile",
        endings: &["dockerfile", ".containerfile"],
        parse: |it| {
            let read = dockerfile::parse(it.id, &it.text);
            (vec![docker::commands(&read, it.id)], read.problems)
        },
    },
];

fn parser(path: &Utf8Path) -> Option<&'static Parser> {
    let name = path.file_name()?.to_ascii_lowercase();
    let is_dockerfile = name.starts_with("dockerfile.") || name == "containerfile";
    PARSERS
        .iter()
        .find(|it| it.endings.iter().any(|ending| name.ends_with(ending)) || (it.name == "dockerfile" && is_dockerfile))
}

fn claims(path: &Utf8Path) -> Claim {
    if parser(path).is_some() { Claim::Yes } else { Claim::No }
}

fn collect(_: &Target, files: &[&SourceFile]) -> Collected {
    let read: Vec<_> = files.par_iter().filter_map(|file| Some((*file, parser(&file.path)?))).collect();
    let read: Vec<_> = read.into_par_iter().map(|(file, parser)| (file, parser.name, (parser.parse)(file))).collect();
    let mut collected = Collected::default();
    for (file, parser, (configurations, problems)) in read {
        if configurations.is_empty() && !problems.is_empty() {
            collected.failed(file, problems);
            continue;
        }
        collected
            .evidence
            .extend(configurations.into_iter().enumerate().map(|(at, it)| evidence(file, parser, at, it)));
        collected.read(file, problems);
    }
    collected
}

/// Documents, and the items of those that are lists.
fn split(parsed: crate::syntax::parsed::Parsed) -> (Vec<Node>, Vec<Problem>) {
    let items = parsed.documents.into_iter().flat_map(|it| match &it.value {
        Value::List(items) => items.to_vec(),
        _ => vec![it],
    });
    (items.filter(|it| !it.is_null()).collect(), parsed.problems)
}

fn evidence(file: &SourceFile, parser: &str, at: usize, configuration: Node) -> Evidence {
    let span = configuration.span;
    let first = Span { end: span.start, ..span };
    let facts = vec![
        Entry::new("path", Node::new(file.path.as_str(), first)),
        Entry::new("parser", Node::new(parser, first)),
        Entry::new("content", configuration),
    ];
    Evidence {
        id: format!("file:{}#{at}", file.path),
        kind: EvidenceKind::File,
        name: file.path.to_string(),
        format: COLLECTOR.name,
        provider: None,
        native_type: None,
        address: None,
        span,
        name_span: first,
        called_from: Vec::new(),
        facts: Node::map(facts, span),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    fn read(path: &str, text: &str) -> String {
        let file = SourceFile { id: SourceId(0), path: path.into(), text: text.into(), collectors: Vec::new() };
        let (configurations, _) = (parser(&file.path).unwrap().parse)(&file);
        configurations.iter().map(plain).collect::<Vec<_>>().join(" ")
    }

    fn plain(node: &Node) -> String {
        match &node.value {
            Value::Null => "null".to_owned(),
            Value::Bool(it) => it.to_string(),
            Value::Number(it) => it.to_string(),
            Value::String(it) => format!("{it:?}"),
            Value::List(it) => format!("[{}]", it.iter().map(plain).collect::<Vec<_>>().join(",")),
            Value::Map(it) => {
                let entries = it.entries.iter().map(|it| format!("{}:{}", it.name, plain(&it.node)));
                format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
            }
            Value::Unresolved(_) | Value::Redacted => "?".to_owned(),
        }
    }

    #[test]
    fn each_document_and_each_item_of_a_list_is_asked_by_itself() {
        assert_eq!(read("a.yaml", "a: 1\n---\nb: 2\n"), "{a:1} {b:2}");
        assert_eq!(read("a.json", "[{\"a\": 1}, {\"b\": 2}]"), "{a:1} {b:2}");
    }

    #[test]
    fn blocks_become_lists_and_expressions_text() {
        let text = "resource \"a\" \"b\" {\n  c = var.d\n  e = \"f-${g.h}\"\n  i { j = [1, true] }\n  i {}\n}\n";
        let expected = "{resource:{a:{b:[{c:\"${var.d}\",e:\"f-${g.h}\",i:[{j:[1,true]},{}]}]}}}";
        assert_eq!(read("main.tf", text), expected);
    }

    #[test]
    fn a_dockerfile_is_a_list_of_commands() {
        let text = "FROM a AS b\n# c\nRUN [\"d\", \"e\"]\nFROM f\nCOPY --from=b /g /h\n";
        let expected = concat!(
            "[{Cmd:\"from\",SubCmd:\"\",JSON:false,Flags:[],Value:[\"a\",\"AS\",\"b\"],Stage:0},",
            "{Cmd:\"run\",SubCmd:\"\",JSON:true,Flags:[],Value:[\"d\",\"e\"],Stage:0},",
            "{Cmd:\"from\",SubCmd:\"\",JSON:false,Flags:[],Value:[\"f\"],Stage:1},",
            "{Cmd:\"copy\",SubCmd:\"\",JSON:false,Flags:[\"--from=b\"],Value:[\"/g\",\"/h\"],Stage:1}]",
        );
        assert_eq!(read("Dockerfile", text), expected);
    }

    #[test]
    fn elements_are_maps_of_attributes_children_and_text() {
        let text = "<?xml version=\"1.0\"?>\n<!DOCTYPE a>\n<p:a xmlns:p='u' b=\"1 &lt; 2\">\n  <c>x &amp; &#65;<!-- n --></c>\n  \
                    <c/>\n  <d e='f'> g </d><h><![CDATA[<i>]]></h>\n</p:a>\n";
        let expected = "{a:{-b:\"1 < 2\",-p:\"u\",c:[\"x & A\",\"\"],d:{#content:\"g\",-e:\"f\"},h:\"<i>\"}}";
        assert_eq!(read("pom.xml", text), expected);
    }

    #[test]
    fn broken_elements_are_problems() {
        for text in ["<a>", "<a></b>", "<a>&own;</a>", "<a b='1' b='2'/>", "<a", &"<a>".repeat(100_000)] {
            let file = SourceFile { id: SourceId(0), path: "a.xml".into(), text: text.into(), collectors: Vec::new() };
            let (configurations, problems) = xml::document(&file);
            assert!(configurations.is_empty() && problems.len() == 1, "{text:.20}");
        }
    }

    #[test]
    fn properties_go_on_and_refer_to_one_another() {
        let text = "# c\n! c\na = b\\\n   c\nd:${a}/e\nf g\\u0041\nh\\=i=j\nk=${home}\na.b=\n";
        let expected = "{a:\"bc\",a.b:\"\",d:\"bc/e\",f:\"gA\",h=i:\"j\",k:?}";
        assert_eq!(read("app.properties", text), expected);
    }

    #[test]
    fn properties_that_refer_to_themselves_end() {
        assert_eq!(read("app.properties", "a=${b}\nb=x${a}\nc=d${\n"), "{c:\"d${\"}");
        let doubled: String = (0..64).map(|it| format!("a{}=${{a{it}}}${{a{it}}}\n", it + 1)).collect();
        for first in ["a0=\n", "a0=x\n"] {
            assert!(read("app.properties", &format!("{first}{doubled}")).len() < 2_000_000);
        }
    }

    #[test]
    fn sections_and_variables_are_maps() {
        assert_eq!(read("a.ini", "; x\nb = 1\n[c]\nd = \"e\"\n"), "{b:1,c:{d:\"e\"}}");
        assert_eq!(read(".env", "# x\nexport A=b # c\nD='e f'\n"), "{A:\"b\",D:\"e f\"}");
    }
}
