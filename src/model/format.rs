//! Formats that are rendered to another one before anybody applies them. They are judged as what they are rendered to:
//! one row here gives a format every policy of the other, and what each says on how to mend it.

/// The format, and what it is rendered to.
const RENDERED: &[(&str, &str)] = &[("helm", "kubernetes"), ("kustomize", "kubernetes")];

/// The format whose policies judge this one: `kubernetes` for `helm`, and most formats for themselves.
pub fn judged_as(format: &str) -> &str {
    RENDERED.iter().find(|it| it.0 == format).map_or(format, |it| it.1)
}

/// The formats that are rendered to this one.
pub fn rendered_to(format: &str) -> impl Iterator<Item = &'static str> {
    RENDERED.iter().filter(move |it| it.1 == format).map(|it| it.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_rendered_to_another_format_is_judged_as_it() {
        assert_eq!(judged_as("helm"), "kubernetes");
        assert_eq!(judged_as("terraform"), "terraform");
        assert_eq!(rendered_to("kubernetes").collect::<Vec<_>>(), ["helm", "kustomize"]);
        assert_eq!(rendered_to("terraform").count(), 0);
    }
}
