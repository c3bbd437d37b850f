//! Names as CloudFormation, Terraform and the APIs write them, and what is an intrinsic function.

use crate::model::{Entry, Node};

/// The function that a map is a call of, with its argument: `{"Ref": ..}`, `{"Fn::Sub": ..}`.
pub(super) fn function(node: &Node) -> Option<&Entry> {
    match node.entries() {
        [only] if &*only.name == "Ref" || only.name.starts_with("Fn::") => Some(only),
        _ => None,
    }
}

pub(super) fn is_function(node: &Node) -> bool {
    function(node).is_some()
}

/// `DBInstanceClass` to `db_instance_class`: a run of capitals is one word.
pub(super) fn snake(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut words = String::with_capacity(name.len() + 4);
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|it| letters.get(it));
        let after = letters.get(at + 1);
        let begins = letter.is_uppercase()
            && before.is_some_and(|it| {
                it.is_lowercase()
                    || it.is_ascii_digit()
                    || (it.is_uppercase() && after.is_some_and(|it| it.is_lowercase()))
            });
        if begins && !words.ends_with('_') {
            words.push('_');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

/// `PublicReadWrite` to `public-read-write`.
pub(super) fn kebab(name: &str) -> String {
    snake(name).replace('_', "-")
}

/// `ReadonlyRootFilesystem` to `readonlyRootFilesystem`.
pub(super) fn camel(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_of_capitals_is_one_word() {
        for (name, words) in [
            ("DBInstanceClass", "db_instance_class"),
            ("MultiAZ", "multi_az"),
            ("MultiAZEnabled", "multi_az_enabled"),
            ("KMSKeyId", "kms_key_id"),
            ("S3BucketName", "s3_bucket_name"),
            ("WebACLId", "web_acl_id"),
            ("Ipv6CidrBlock", "ipv6_cidr_block"),
            ("EnforceHTTPS", "enforce_https"),
        ] {
            assert_eq!(snake(name), words);
        }
        assert_eq!(kebab("PublicReadWrite"), "public-read-write");
        assert_eq!(camel("ReadonlyRootFilesystem"), "readonlyRootFilesystem");
    }
}
