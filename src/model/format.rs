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

/// Formats that declare things of another through a provider: the format, the provider, and what it declares.
const DECLARED: &[(&str, &str, &str)] = &[("terraform", "kubernetes", "kubernetes")];

/// What a provider declares in a format, where that is of another format.
pub fn declared_by(format: &str, provider: &str) -> Option<&'static str> {
    DECLARED.iter().find(|it| it.0 == format && it.1 == provider).map(|it| it.2)
}

/// The formats in which things of this one are declared through a provider.
pub fn declared_in(format: &str) -> impl Iterator<Item = &'static str> {
    DECLARED.iter().filter(move |it| it.2 == format).map(|it| it.0)
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

    #[test]
    fn what_a_provider_declares_is_judged_as_that() {
        assert_eq!(declared_by("terraform", "kubernetes"), Some("kubernetes"));
        assert_eq!(declared_by("terraform", "aws"), None);
        assert_eq!(declared_in("kubernetes").collect::<Vec<_>>(), ["terraform"]);
    }
}
