//! What lies on a platform alone, and the commands that bring it into a file: one for each platform that has it.

/// What protects a branch.
const BRANCHES: &[&str] = &[
    "`gh api repos/OWNER/REPO/rules/branches/main > .github/rulesets/main.json`",
    "`gh api repos/OWNER/REPO/branches/main/protection > evidence/protection.json`",
    "`glab api projects/ID/protected_branches > evidence/protected-branches.json`",
    "`glab api projects/ID/approvals > evidence/approvals.json`",
    "`glab api projects/ID > evidence/project.json`",
    ".github/settings.yml of the settings app, or Terraform",
];

/// Settings of a repository.
const REPOSITORY: &[&str] = &[
    "`gh api repos/OWNER/REPO > evidence/repository.json`",
    "`glab api projects/ID > evidence/project.json`",
    "Terraform",
];

/// Settings of an organization.
const ORGANIZATION: &[&str] =
    &["`gh api orgs/ORGANIZATION > evidence/organization.json`", "`glab api groups/ID > evidence/group.json`"];

/// What REST does not tell of an organization.
const SIGN_IN: &[&str] = &["`gh api graphql -f query='{organization(login: \"ORGANIZATION\") \
{login requiresTwoFactorAuthentication samlIdentityProvider {ssoUrl}}}' > evidence/organization.json`"];

const ENVIRONMENTS: &[&str] = &["`glab api projects/ID/protected_environments > evidence/protected-environments.json`"];

/// By the beginning of a policy's id.
const ROWS: &[(&str, &[&str])] = &[
    ("account-asks-members-for-a-second-factor", ORGANIZATION),
    ("account-gives-members-little", ORGANIZATION),
    ("account-leaves-publishing-to-few", ORGANIZATION),
    ("account-signs-members-in-centrally", SIGN_IN),
    ("branch-protection-", BRANCHES),
    ("job-puts-production-in-place-when-approved", ENVIRONMENTS),
    ("repository-has-pushes-searched-for-secrets", REPOSITORY),
    ("repository-is-private", REPOSITORY),
    ("repository-is-told-of-weaknesses", REPOSITORY),
    ("repository-protects-its-main-branch", BRANCHES),
];

/// The commands whose answers a policy could judge.
pub(super) fn of(policy: &str) -> &'static [&'static str] {
    ROWS.iter().find(|(start, _)| policy.starts_with(start)).map_or(&[], |it| it.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rego::embedded::FILES;

    #[test]
    fn every_row_is_of_a_policy() {
        for (start, _) in ROWS {
            let (kind, name) = start.split_once('-').unwrap();
            let kind = if *start == "branch-protection-" { "branch_protection" } else { kind };
            let name = if kind == "branch_protection" { "" } else { name };
            let path = format!("{kind}/{}", name.replace('-', "_"));
            assert!(FILES.iter().any(|it| it.0.starts_with(&path)), "{start}");
        }
    }
}
