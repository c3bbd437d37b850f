//! What the Dockerfile parser makes of the corners of the format.

use super::*;

fn read(text: &str) -> Dockerfile {
    parse(SourceId(0), text)
}

fn at(text: &str, span: Span) -> &str {
    text.get(span.range()).unwrap_or("out of bounds")
}

fn names(file: &Dockerfile) -> Vec<&str> {
    file.instructions.iter().map(|it| it.name.as_str()).collect()
}

#[test]
fn continued_lines_skip_comments_and_blank_lines_and_keep_their_places() {
    let text = "FROM alpine\nRUN apk add \\\n  # why\n\n    curl \\\n  git\nUSER app\n";
    let file = read(text);
    assert_eq!(names(&file), ["FROM", "RUN", "USER"]);
    let run = &file.instructions[1];
    let words = run.arguments.words(file.escape);
    assert_eq!(words.iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["apk", "add", "curl", "git"]);
    assert_eq!(at(text, words[2].span), "curl");
    assert_eq!(at(text, words[3].span), "git");
    assert_eq!(file.comments.len(), 1);
    assert!(at(text, run.span).ends_with("git"));
}

#[test]
fn an_escape_directive_changes_the_continuation() {
    let text = "# syntax=docker/dockerfile:1\n# escape=`\nFROM a`\n:1\nCOPY C:\\x\\ /y\\\nUSER b\n";
    let file = read(text);
    assert_eq!(file.escape, '`');
    assert_eq!(names(&file), ["FROM", "COPY", "USER"]);
    assert_eq!(file.instructions[0].arguments.text, "a:1");
    assert_eq!(at(text, file.directives[0].value.span), "docker/dockerfile:1");
}

#[test]
fn directives_count_only_at_the_top() {
    let file = read("FROM a\n# escape=`\nRUN b \\\n c\n");
    assert_eq!(file.escape, '\\');
    assert_eq!(names(&file), ["FROM", "RUN"]);
}

#[test]
fn heredocs_belong_to_their_instruction() {
    let text = "RUN <<EOF\nUSER not-one\n\techo hi\nEOF\nCOPY <<-\"A\" <<B /x/\n\ta $v\n\tA\nb\nB\nUSER app\n";
    let file = read(text);
    assert_eq!(names(&file), ["RUN", "COPY", "USER"]);
    assert_eq!(file.instructions[0].heredocs[0].body.text, "USER not-one\n\techo hi\n");
    let copy = &file.instructions[1].heredocs;
    assert_eq!((copy[0].body.text.as_str(), copy[0].expands), ("a $v\n", false));
    assert_eq!((copy[1].body.text.as_str(), copy[1].expands), ("b\n", true));
    assert_eq!(at(text, copy[0].body.whole()), "a $v\n");
}

#[test]
fn a_heredoc_that_is_not_closed_is_a_problem() {
    let file = read("RUN <<EOF\necho\n");
    assert_eq!(file.problems.len(), 1);
    assert_eq!(file.instructions.len(), 1);
}

#[test]
fn here_strings_and_quoted_marks_are_no_heredocs() {
    let file = read("RUN cat <<<EOF\nRUN echo '<<EOF'\nUSER app\n");
    assert_eq!(names(&file), ["RUN", "RUN", "USER"]);
}

#[test]
fn flags_and_exec_form_are_told_apart_from_arguments() {
    let text = "FROM --platform=linux/amd64 a AS b\nHEALTHCHECK --interval=5s CMD [\"x\", \"y z\"]\nCMD [\"a\\\"b\", 'c']\nENTRYPOINT [ \"p\", \"q\\\"\" ]\n";
    let file = read(text);
    assert_eq!(file.instructions[0].flag("platform").map(|it| it.value.text.as_str()), Some("linux/amd64"));
    assert_eq!(file.instructions[0].arguments.text, "a AS b");
    assert_eq!(file.instructions[2].exec, None);
    let entry = file.instructions[3].exec.as_ref().expect("an exec form");
    assert_eq!(entry[1].text, "q\"");
    assert_eq!(at(text, entry[0].span), "p");
}

#[test]
fn on_build_instructions_are_marked() {
    let file = read("ONBUILD RUN x\nonbuild user y\n");
    assert_eq!(names(&file), ["RUN", "USER"]);
    assert!(file.instructions.iter().all(|it| it.on_build));
}

#[test]
fn a_mark_at_the_start_and_line_ends_of_windows_do_not_shift_places() {
    let text = "\u{feff}FROM a\r\nRUN b \\\r\n  é\r\nUSER root\r\n";
    let file = read(text);
    assert_eq!(names(&file), ["FROM", "RUN", "USER"]);
    assert_eq!(at(text, file.instructions[2].arguments.whole()), "root");
    assert_eq!(at(text, file.instructions[1].arguments.words('\\')[1].span), "é");
}

#[test]
fn what_is_no_instruction_is_a_problem_and_the_rest_is_read() {
    let file = read("FROM a\nfoo: bar\nUSER b\n");
    assert_eq!(names(&file), ["FROM", "USER"]);
    assert_eq!(file.problems.len(), 1);
}

#[test]
fn odd_ends_do_not_break_it() {
    for text in
        ["", "\\", "FROM", "RUN \\", "ONBUILD", "RUN <<", "RUN --", "# escape=", "CMD [\"", "é", "ONBUILD ONBUILD x"]
    {
        read(text);
    }
}
