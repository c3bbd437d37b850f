//! Any text ends in nodes and problems whose places lie in it.

use camino::Utf8Path;
use gapcheck::model::{Node, SourceId, Span};
use gapcheck::syntax::{Parsed, by_name};
use proptest::prelude::{ProptestConfig, Strategy, prop, proptest};

/// What the syntaxes give a meaning to.
const PIECES: &[&str] = &[
    "a",
    "b: ",
    "- ",
    "\n",
    "\n  ",
    "\n\n",
    "\r\n",
    "\t",
    " ",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "'",
    "\\",
    "\\u00e9",
    "é",
    "😀",
    "\u{feff}",
    "#",
    "# c\n",
    "//",
    "/*",
    "*/",
    "&x ",
    "*x",
    "<<: ",
    "!Ref ",
    "!GetAtt a.b",
    "!!int ",
    "|\n  ",
    ">-\n ",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "? ",
    "1",
    "017",
    "1e5",
    "null",
    "true",
    "=",
    "a = ",
    "[a]\n",
    "[[a]]\n",
    ".",
    "\"\"\"",
    "'''",
    "\0",
    "\u{7f}",
    "\u{2028}",
    "\u{85}",
];

/// Texts made of these, so that few of them are refused at the first byte.
fn any_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|it| it.concat())
}

fn check(text: &str, name: &str) {
    let Parsed { documents, comments, problems } =
        by_name::parse(SourceId(7), Utf8Path::new(name), text).expect("a known name");
    for document in &documents {
        document.walk(&mut |_, node: &Node| {
            within(text, node.span);
            node.name_span.into_iter().for_each(|it| within(text, it));
            node.via.iter().flat_map(|it| it.iter()).for_each(|it| within(text, it.span));
        });
    }
    comments.iter().for_each(|it| within(text, it.span));
    problems.iter().filter_map(|it| it.span).for_each(|it| within(text, it));
}

fn within(text: &str, span: Span) {
    assert!(span.start <= span.end && text.get(span.range()).is_some(), "{span:?} in {text:?}");
    assert_eq!(span.source, SourceId(7));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn every_place_lies_in_the_text(text in any_text()) {
        for name in ["a.yaml", "a.json", "a.toml"] {
            check(&text, name);
        }
    }

    #[test]
    fn noise_is_read_to_its_end(text in "\\PC*") {
        for name in ["a.yaml", "a.json", "a.toml"] {
            check(&text, name);
        }
    }
}
