//! Reads a workbook as another program would: the sheets of its archive, each a list of rows of texts.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

pub(crate) type Rows = Vec<BTreeMap<String, String>>;

/// The rows of every sheet, by the sheet's name and the column's.
pub(crate) fn sheets(bytes: &[u8]) -> BTreeMap<String, Rows> {
    let strings = texts(&part(bytes, "xl/sharedStrings.xml"));
    let names = attributes(&part(bytes, "xl/workbook.xml"), "sheet", "name");
    let each = names.into_iter().enumerate().map(|(at, name)| {
        let cells = cells(&part(bytes, &format!("xl/worksheets/sheet{}.xml", at + 1)), &strings);
        let mut rows = cells.into_values();
        let head = rows.next().unwrap_or_default();
        let named = |row: BTreeMap<String, String>| {
            row.into_iter().filter_map(|(column, text)| Some((head.get(&column)?.clone(), text))).collect()
        };
        (name, rows.map(named).collect())
    });
    each.collect()
}

/// One file of the archive.
pub(crate) fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The names of all files of the archive.
pub(crate) fn parts(bytes: &[u8]) -> Vec<String> {
    zip::ZipArchive::new(Cursor::new(bytes)).unwrap().file_names().map(|it| it.unwrap().into_owned()).collect()
}

fn attributes(text: &str, element: &str, attribute: &str) -> Vec<String> {
    let mut reader = Reader::from_str(text);
    let mut found = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(it) | Event::Empty(it) if it.name().as_ref() == element => {
                let own = it.attributes().map(|it| it.unwrap()).find(|it| it.key.as_ref() == attribute);
                found.extend(own.map(|it| it.value.into_owned()));
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

/// The texts of the shared strings.
fn texts(text: &str) -> Vec<String> {
    let mut reader = Reader::from_str(text);
    let (mut all, mut within) = (Vec::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(it) if it.name().as_ref() == "si" => all.push(String::new()),
            Event::Start(it) if it.name().as_ref() == "t" => within = true,
            Event::End(it) if it.name().as_ref() == "t" => within = false,
            Event::Text(it) if within => all.last_mut().unwrap().push_str(&it),
            Event::GeneralRef(it) if within => all.last_mut().unwrap().push_str(match &*it {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                other => panic!("an unknown entity {other}"),
            }),
            Event::Eof => return all,
            _ => {}
        }
    }
}

/// The cells of a sheet by row and column.
fn cells(text: &str, strings: &[String]) -> BTreeMap<u32, BTreeMap<String, String>> {
    let mut reader = Reader::from_str(text);
    let mut rows: BTreeMap<u32, BTreeMap<String, String>> = BTreeMap::new();
    let (mut place, mut is_shared, mut within) = (String::new(), false, false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(it) if it.name().as_ref() == "c" => {
                let all: BTreeMap<String, String> = it
                    .attributes()
                    .map(|it| it.unwrap())
                    .map(|it| (it.key.as_ref().to_owned(), it.value.into_owned()))
                    .collect();
                place = all.get("r").unwrap().clone();
                is_shared = all.get("t").is_some_and(|it| it == "s");
            }
            Event::Start(it) if it.name().as_ref() == "v" => within = true,
            Event::Start(it) if it.name().as_ref() == "f" => panic!("a formula in {place}"),
            Event::End(it) if it.name().as_ref() == "v" => within = false,
            Event::Text(it) if within => {
                let digits = place.find(|it: char| it.is_ascii_digit()).unwrap();
                let (column, row) = place.split_at(digits);
                let value =
                    if is_shared { strings.get(it.parse::<usize>().unwrap()).unwrap().clone() } else { it.to_string() };
                rows.entry(row.parse().unwrap()).or_default().insert(column.to_owned(), value);
            }
            Event::Eof => return rows,
            _ => {}
        }
    }
}
