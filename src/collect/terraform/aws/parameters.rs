//! Parameter groups: settings of an engine in a resource of their own, which the database names.

use crate::collect::terraform::reading::{instead, may_be_any, read};
use crate::collect::terraform::subject::Subject;
use crate::model::Node;

/// Whether the group that `argument` names switches one of these parameters on. Unresolved where the group is not known;
/// absent where it says nothing, or where the database follows the provider's group.
pub fn parameter(subject: &Subject<'_>, argument: &str, groups: &[&str], names: &[&str]) -> Option<Node> {
    let group = subject.at(argument)?;
    let Some(found) = subject.scope.target(&group, groups, "name") else {
        return may_be_any(&group).then_some(group);
    };
    let parameters = read(&found.body, "parameter")?;
    if parameters.as_unresolved().is_some() {
        return Some(parameters);
    }
    let named = |it: &&Node| read(it, "name").is_some_and(|it| it.as_str().is_some_and(|it| names.contains(&it)));
    let value = read(parameters.items().iter().find(named)?, "value")?;
    if value.as_unresolved().is_some() {
        return Some(value);
    }
    let text = value.scalar_text()?.to_lowercase();
    let on = matches!(&*text, "1" | "on" | "true" | "enabled" | "fips-140-3" | "tls1.2+" | "tls1.3+");
    Some(instead(&value, on))
}
