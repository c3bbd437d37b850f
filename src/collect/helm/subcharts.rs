//! Which of the charts within a chart are installed with it, and with which values.

use super::chart::{Chart, Dependency};
use super::language::value::{Kind, Map, Value};
use super::values;
use crate::collect::archive;
use crate::collect::target::Target;
use crate::model::Problem;

/// A chart as one release installs it.
pub(super) struct Installed<'a> {
    pub(super) chart: &'a Chart<'a>,
    /// Its name, or the alias that the chart above gives it.
    pub(super) name: String,
    /// `web/charts/db`, as templates are named.
    pub(super) path: String,
    pub(super) is_root: bool,
    /// Its own values, before those of a person and of the chart above.
    own: Map,
    pub(super) subcharts: Vec<Installed<'a>>,
    declared: Vec<Dependency>,
    pub(super) problems: Vec<Problem>,
}

/// The chart with all that is installed with it, and its values: those of a person over the chart's own.
pub(super) fn installed<'a>(target: &Target, chart: &'a Chart<'a>, given: &Map) -> (Installed<'a>, Map) {
    let mut root = laid_out(chart, chart.name(), None);
    enable(target, &mut root, &values::copied(given), "");
    import(&mut root);
    let values = coalesced(&root, &values::copied(given));
    (root, values)
}

fn laid_out<'a>(chart: &'a Chart<'a>, name: String, above: Option<&str>) -> Installed<'a> {
    let (own, problems) = chart.values.map_or_else(Default::default, |it| values::read(it.id, &it.text));
    let path = above.map_or_else(|| name.clone(), |it| format!("{it}/charts/{name}"));
    let subcharts = chart.subcharts.iter().map(|it| laid_out(it, it.name(), Some(&path))).collect();
    let declared = chart.dependencies.clone();
    Installed { chart, name, is_root: above.is_none(), own, subcharts, declared, problems, path }
}

/// The values of a chart and of those within it: `given` counts more than what they say themselves.
fn coalesced(chart: &Installed<'_>, given: &Map) -> Map {
    values::lay_over(given, &values::copied(&chart.own));
    for subchart in &chart.subcharts {
        let inner = values::table(given, &subchart.name);
        values::hand_on_globals(given, &inner);
        coalesced(subchart, &inner);
    }
    given.clone()
}

/// Leaves out what conditions and tags turn off; tells charts of several aliases apart.
fn enable(target: &Target, chart: &mut Installed<'_>, given: &Map, path: &str) {
    if chart.declared.is_empty() {
        return;
    }
    let found = std::mem::take(&mut chart.subcharts);
    let (named, others): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|it| chart.declared.iter().any(|declared| declared.name == it.name));
    chart.subcharts = others;
    for declared in &chart.declared {
        let name = declared.alias.clone().unwrap_or_else(|| declared.name.clone());
        if let Some(known) = named.iter().find(|it| it.name == declared.name) {
            chart.subcharts.push(laid_out(known.chart, name, Some(&chart.path)));
        }
    }
    let all = coalesced(chart, &values::copied(given));
    let mut off = Vec::new();
    for declared in &chart.declared {
        let name = declared.alias.clone().unwrap_or_else(|| declared.name.clone());
        if !is_enabled(declared, &all, path) {
            off.push(name);
        } else if !chart.subcharts.iter().any(|it| it.name == name) {
            chart.problems.push(missing(target, chart.chart, declared));
        }
    }
    chart.subcharts.retain(|it| !off.contains(&it.name));
    for subchart in &mut chart.subcharts {
        enable(target, subchart, &all, &format!("{path}{}.", subchart.name));
    }
}

fn is_enabled(declared: &Dependency, values: &Map, path: &str) -> bool {
    let bool_of = |value: Option<Value>| match value.map(|it| it.kind) {
        Some(Kind::Bool(it)) => Some(it),
        _ => None,
    };
    let mut conditions = declared.condition.split(',').map(str::trim).filter(|it| !it.is_empty());
    if let Some(decided) = conditions.find_map(|it| bool_of(values::at(values, &format!("{path}{it}")))) {
        return decided;
    }
    let tags: Vec<bool> =
        declared.tags.iter().filter_map(|it| bool_of(values::at(values, &format!("tags.{it}")))).collect();
    tags.is_empty() || tags.contains(&true)
}

/// A dependency that is declared and enabled, and whose files are not here.
fn missing(target: &Target, chart: &Chart<'_>, declared: &Dependency) -> Problem {
    let packed = target.paths.iter().find(|it| {
        let file = it.file_name().unwrap_or_default();
        it.parent() == Some(&chart.folder.join("charts"))
            && archive::is_packed_chart(it)
            && file.starts_with(&declared.name)
    });
    let span = declared.node.get("name").map_or(declared.node.span, |it| it.span);
    match packed {
        Some(file) => {
            let message = format!("the dependency `{}` is packed in {file}, which cannot be read", declared.name);
            Problem::at(span, message).with_help("run `helm dependency build` and scan again")
        }
        None => {
            let message = format!("the dependency `{}` is not in the `charts` folder", declared.name);
            Problem::at(span, message).with_help("run `helm dependency build` and scan again")
        }
    }
}

/// Takes over what `import-values` names of the charts within.
fn import(chart: &mut Installed<'_>) {
    for subchart in &mut chart.subcharts {
        import(subchart);
    }
    if chart.declared.iter().all(|it| it.imports.is_empty()) {
        return;
    }
    let all = coalesced(chart, &Map::default());
    let imported = Map::default();
    for declared in &chart.declared {
        let name = declared.alias.as_ref().unwrap_or(&declared.name);
        for (from, to) in &declared.imports {
            if let Some(Kind::Map(found)) = values::at(&all, &format!("{name}.{from}")).map(|it| it.kind) {
                let into = values::table(&imported, if to == "." { "" } else { to });
                values::lay_over(&into, &values::copied(&found));
            }
        }
    }
    values::lay_over(&all, &imported);
    chart.own = all;
}
