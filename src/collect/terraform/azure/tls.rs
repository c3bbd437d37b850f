//! How Azure writes TLS versions: `TLS1_2`, `1.2`, `Disabled`.

use crate::collect::terraform::reading::instead;
use crate::collect::terraform::subject::Subject;
use crate::model::Node;

/// The oldest version at a path, as the schemas write it.
pub fn version(subject: &Subject<'_>, path: &str) -> Option<Node> {
    let stated = subject.at(path)?;
    let Some(text) = stated.scalar_text() else {
        return stated.as_unresolved().is_some().then_some(stated);
    };
    let text = text.to_lowercase().replace("tlsv", "").replace("tls", "").replace('_', ".");
    let version = match &*text {
        "disabled" | "enforcementdisabled" => "none",
        "1.0" | "1.1" | "1.2" | "1.3" => &*text,
        "1" => "1.0",
        _ => return None,
    };
    Some(instead(&stated, version))
}
