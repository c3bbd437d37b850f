//! `.gapcheck/baseline.json`: gaps that were there when the gate was put up.

use crate::config::complaint::refusal;
use crate::config::error::SettingsError;
use crate::model::Baseline;
use crate::model::assessment::SCHEMA_VERSION;

/// Where the baseline is written, below the folder of the settings.
pub const BASELINE: &str = ".gapcheck/baseline.json";

/// Reads the baseline.
pub(super) fn parse(text: &str) -> Result<Baseline, Box<SettingsError>> {
    let baseline: Baseline = serde_json::from_str(text).map_err(|it| {
        let before: usize = text.split_inclusive('\n').take(it.line().saturating_sub(1)).map(str::len).sum();
        let at = (before + it.column().saturating_sub(1)).min(text.len());
        refusal(BASELINE, text, Some(at..at), &it.to_string())
    })?;
    if baseline.schema_version != SCHEMA_VERSION {
        let message = format!(
            "a baseline of version {}, and this program reads {SCHEMA_VERSION}: write it anew with `gapcheck baseline`",
            baseline.schema_version
        );
        return Err(refusal(BASELINE, text, None, &message));
    }
    Ok(baseline)
}
