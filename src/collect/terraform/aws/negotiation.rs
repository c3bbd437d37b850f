//! Policies of classic load balancers on the versions and ciphers of TLS.

use crate::collect::terraform::reading::{instead, read};
use crate::collect::terraform::row::{Constant::Text, Fact, always, with};
use crate::collect::terraform::subject::Subject;
use crate::model::{Node, Value};

pub const FACTS: &[Fact] =
    &[always("role", Text("tls_policy")), with("min_tls", oldest), with("weak_ciphers", weak_ciphers)];

/// Switches for versions, oldest first.
const VERSIONS: &[(&str, &str)] = &[
    ("Protocol-SSLv2", "1.0"),
    ("Protocol-SSLv3", "1.0"),
    ("Protocol-TLSv1", "1.0"),
    ("Protocol-TLSv1.1", "1.1"),
    ("Protocol-TLSv1.2", "1.2"),
];

/// Parts of the names of ciphers that no longer hold: no encryption, no authentication, export grade, RC4, DES and MD5.
const WEAK: &[&str] = &["NULL", "ADH", "AECDH", "EXP", "RC4", "RC2", "DES", "MD5", "IDEA", "SEED"];

pub fn is_about_tls(subject: &Subject<'_>) -> bool {
    subject.at("policy_type_name").is_some_and(|it| it.as_str() == Some("SSLNegotiationPolicyType"))
}

/// The names of the attributes that are switched on, and what is not known.
fn switched_on(subject: &Subject<'_>) -> Vec<Node> {
    let blocks = subject.resource.blocks("policy_attribute").iter();
    let on = blocks.filter(|it| read(it, "value").and_then(|it| it.scalar_text()).is_some_and(|it| it == "true"));
    on.filter_map(|it| read(it, "name")).collect()
}

/// The oldest version that is switched on, or that the predefined policy admits.
fn oldest(subject: &Subject<'_>) -> Option<Node> {
    let on = switched_on(subject);
    let named = |name: &str| on.iter().find(|it| it.as_str() == Some(name));
    if let Some(found) = VERSIONS.iter().find_map(|(name, version)| Some(instead(named(name)?, *version))) {
        return Some(found);
    }
    let blocks = subject.resource.blocks("policy_attribute").iter();
    let mut predefined = blocks.filter(|it| it.get("name").and_then(Node::as_str) == Some("Reference-Security-Policy"));
    let policy = read(predefined.next()?, "value")?;
    let version = oldest_version(policy.as_str()?)?;
    Some(instead(&policy, version))
}

fn weak_ciphers(subject: &Subject<'_>) -> Option<Node> {
    let blocks = subject.at("policy_attribute")?;
    if blocks.as_unresolved().is_some() {
        return Some(blocks);
    }
    let is_weak = |it: &Node| {
        let name = it.as_str().unwrap_or_default();
        let is_cipher = !name.starts_with("Protocol-") && !name.starts_with("Server-Defined");
        is_cipher && name.split('-').any(|part| WEAK.iter().any(|weak| part.starts_with(weak)))
    };
    let weak = switched_on(subject).into_iter().filter(is_weak).collect();
    Some(Node { value: Value::List(weak), ..blocks })
}

/// The oldest version in the name of a security policy of load balancers.
pub fn oldest_version(policy: &str) -> Option<&'static str> {
    const NAMES: &[(&str, &str)] = &[
        ("TLS13-1-3", "1.3"),
        ("TLS13-1-2", "1.2"),
        ("TLS13-1-1", "1.1"),
        ("TLS13-1-0", "1.0"),
        ("FS-1-2", "1.2"),
        ("FS-1-1", "1.1"),
        ("TLS-1-2", "1.2"),
        ("TLS-1-1", "1.1"),
        ("TLS-1-0", "1.0"),
        ("FS-2018-06", "1.0"),
        ("-2016-08", "1.0"),
        ("-2015-", "1.0"),
    ];
    let policy = policy.strip_prefix("ELBSecurityPolicy")?;
    NAMES.iter().find(|(part, _)| policy.contains(part)).map(|(_, version)| *version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn security_policies_tell_their_oldest_version() {
        for (policy, version) in [
            ("ELBSecurityPolicy-TLS13-1-2-2021-06", Some("1.2")),
            ("ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04", Some("1.3")),
            ("ELBSecurityPolicy-TLS-1-2-Ext-2018-06", Some("1.2")),
            ("ELBSecurityPolicy-FS-1-2-Res-2020-10", Some("1.2")),
            ("ELBSecurityPolicy-FS-2018-06", Some("1.0")),
            ("ELBSecurityPolicy-2016-08", Some("1.0")),
            ("ELBSecurityPolicy-TLS-1-1-2017-01", Some("1.1")),
            ("own-policy", None),
        ] {
            assert_eq!(oldest_version(policy), version, "{policy}");
        }
    }
}
