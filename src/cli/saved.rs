//! Saved assessments, one after another: none is in memory with the next.

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::StreamDeserializer;

use super::failure::Failure;
use crate::model::Assessment;
use crate::model::assessment::SCHEMA_VERSION;

/// Hands over every assessment of every file, with the name of its file.
#[expect(clippy::disallowed_methods, reason = "saved assessments are named on the command line and read nowhere else")]
pub fn each(
    named: &[Utf8PathBuf],
    mut take: impl FnMut(Assessment, &Utf8Path) -> Result<(), Failure>,
) -> Result<(), Failure> {
    for path in files(named)? {
        if path == "-" {
            let stream = serde_json::Deserializer::from_reader(std::io::stdin().lock()).into_iter();
            read(stream, &path, &mut take)?;
            continue;
        }
        let text = std::fs::read(&path).map_err(|it| Failure::Usage(format!("cannot read {path}: {it}")))?;
        read(serde_json::Deserializer::from_slice(&text).into_iter(), &path, &mut take)?;
    }
    Ok(())
}

fn read<'de, R: serde_json::de::Read<'de>>(
    stream: StreamDeserializer<'de, R, Assessment>,
    path: &Utf8Path,
    take: &mut impl FnMut(Assessment, &Utf8Path) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut count = 0;
    for it in stream {
        let wrong = |it: serde_json::Error| {
            Failure::Usage(format!("{path} is no assessment (`gapcheck scan --format json` prints them): {it}"))
        };
        let assessment = it.map_err(wrong)?;
        if assessment.schema_version != SCHEMA_VERSION {
            let found = &assessment.schema_version;
            return Err(Failure::Usage(format!(
                "{path} has version {found} of the format; this program reads {SCHEMA_VERSION}"
            )));
        }
        take(assessment, path)?;
        count += 1;
    }
    if count == 0 {
        return Err(Failure::Usage(format!("{path} holds no assessment")));
    }
    Ok(())
}

/// The files named, and those of the folders named in the order of their paths.
fn files(named: &[Utf8PathBuf]) -> Result<Vec<Utf8PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in named {
        if path == "-" || !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let before = files.len();
        for entry in walkdir::WalkDir::new(path).sort_by_file_name() {
            let entry = entry.map_err(|it| Failure::Usage(format!("cannot read {path}: {it}")))?;
            let is_json = entry.path().extension().is_some_and(|it| it == "json");
            if !(entry.file_type().is_file() && is_json) {
                continue;
            }
            match Utf8PathBuf::from_path_buf(entry.into_path()) {
                Ok(it) => files.push(it),
                Err(it) => return Err(Failure::Usage(format!("{} is not UTF-8: rename it", it.display()))),
            }
        }
        if files.len() == before {
            return Err(Failure::Usage(format!("{path} holds no *.json")));
        }
    }
    Ok(files)
}
