//! Tokens by the forms that their issuers publish: a mark that begins them, and what must follow.

use std::sync::LazyLock;

use regex::Regex;

/// A form of token.
pub(super) struct Form {
    /// What it is, for people.
    pub(super) what: &'static str,
    /// The letters that give it away; the search for them is what costs time.
    pub(super) mark: &'static str,
    /// The whole, from the mark on. A group is the part that is secret, where that is not all.
    pattern: &'static str,
    /// How evenly its letters are spread at least, in bits a letter: words and counting are not random.
    pub(super) spread: f64,
}

const fn form(what: &'static str, mark: &'static str, pattern: &'static str, spread: f64) -> Form {
    Form { what, mark, pattern, spread }
}

/// Sources: the issuers' documentation of their token formats.
pub(super) const FORMS: &[Form] = &[
    form("AWS access key", "AKIA", r"AKIA[A-Z2-7]{16}\b", 3.0),
    form("AWS access key of a session", "ASIA", r"ASIA[A-Z2-7]{16}\b", 3.0),
    form("AWS secret key", "ecret_access_key", r#"ecret_access_key['"]?\s*[:=]\s*['"]?([A-Za-z0-9/+]{40})\b"#, 4.0),
    form("AWS secret key", "SECRET_ACCESS_KEY", r#"SECRET_ACCESS_KEY['"]?\s*[:=]\s*['"]?([A-Za-z0-9/+]{40})\b"#, 4.0),
    form("AWS secret key", "ecretAccessKey", r#"ecretAccessKey['"]?\s*[:=]\s*['"]?([A-Za-z0-9/+]{40})\b"#, 4.0),
    form("AWS secret key", "aws_secret_key", r#"aws_secret_key['"]?\s*[:=]\s*['"]?([A-Za-z0-9/+]{40})\b"#, 4.0),
    form("Azure storage key", "AccountKey=", r"AccountKey=([A-Za-z0-9/+]{86}==)", 4.0),
    form("Azure shared access key", "SharedAccessKey=", r"SharedAccessKey=([A-Za-z0-9/+]{43}=)", 4.0),
    form("Google API key", "AIza", r"AIza[A-Za-z0-9_-]{35}\b", 3.5),
    form("Google client secret", "GOCSPX-", r"GOCSPX-[A-Za-z0-9_-]{28}\b", 3.5),
    form("GitHub token", "ghp_", r"ghp_[A-Za-z0-9]{36}\b", 3.5),
    form("GitHub token", "gho_", r"gho_[A-Za-z0-9]{36}\b", 3.5),
    form("GitHub token", "ghu_", r"ghu_[A-Za-z0-9]{36}\b", 3.5),
    form("GitHub token", "ghs_", r"ghs_[A-Za-z0-9]{36}\b", 3.5),
    form("GitHub token", "ghr_", r"ghr_[A-Za-z0-9]{36,76}\b", 3.5),
    form("GitHub token", "github_pat_", r"github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}\b", 3.5),
    form("GitLab token", "glpat-", r"glpat-[A-Za-z0-9_-]{20,}", 3.2),
    form("GitLab deploy token", "gldt-", r"gldt-[A-Za-z0-9_-]{20,}", 3.2),
    form("GitLab runner token", "glrt-", r"glrt-[A-Za-z0-9_-]{20,}", 3.2),
    form("Slack token", "xoxb-", r"xoxb-[0-9]{9,14}-[0-9]{9,14}-[A-Za-z0-9]{20,34}", 3.0),
    form("Slack token", "xoxp-", r"xoxp-[0-9]{9,14}-[0-9]{9,14}-[0-9]{9,14}-[a-f0-9]{28,34}", 3.0),
    form("Slack token", "xapp-", r"xapp-[0-9]-[A-Z0-9]+-[0-9]+-[a-f0-9]{40,}", 3.0),
    form(
        "Slack webhook",
        "hooks.slack.com/services/",
        r"hooks\.slack\.com/services/(T[A-Z0-9]{8,}/B[A-Z0-9]{8,}/[A-Za-z0-9]{20,})",
        3.0,
    ),
    form("Stripe key", "sk_live_", r"sk_live_[A-Za-z0-9]{24,}", 3.2),
    form("Stripe key", "rk_live_", r"rk_live_[A-Za-z0-9]{24,}", 3.2),
    form("npm token", "npm_", r"npm_[A-Za-z0-9]{36}\b", 3.5),
    form("npm token", "_authToken=", r"_authToken=([A-Za-z0-9_+/=-]{20,})", 3.2),
    form("PyPI token", "pypi-AgE", r"pypi-AgE[A-Za-z0-9_-]{50,}", 3.5),
    form("RubyGems token", "rubygems_", r"rubygems_[a-f0-9]{48}\b", 3.0),
    form("Docker token", "dckr_pat_", r"dckr_pat_[A-Za-z0-9_-]{27}\b", 3.5),
    form("DigitalOcean token", "dop_v1_", r"dop_v1_[a-f0-9]{64}\b", 3.0),
    form("Vault token", "hvs.", r"hvs\.[A-Za-z0-9_-]{90,}", 3.5),
    form("Terraform Cloud token", ".atlasv1.", r"\.atlasv1\.[A-Za-z0-9_=-]{60,70}", 3.5),
    form("SendGrid key", "SG.", r"SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b", 3.5),
    form("Shopify token", "shpat_", r"shpat_[a-fA-F0-9]{32}\b", 3.0),
    form("Databricks token", "dapi", r"dapi[a-f0-9]{32}(?:-\d)?\b", 3.0),
    form("Grafana token", "glsa_", r"glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}\b", 3.5),
    form("New Relic key", "NRAK-", r"NRAK-[A-Z0-9]{27}\b", 3.2),
    form("Postman key", "PMAK-", r"PMAK-[a-f0-9]{24}-[a-f0-9]{34}\b", 3.0),
    form("Square token", "sq0atp-", r"sq0atp-[A-Za-z0-9_-]{22}\b", 3.2),
    form("Square secret", "sq0csp-", r"sq0csp-[A-Za-z0-9_-]{43}\b", 3.2),
    form("OpenAI key", "sk-proj-", r"sk-proj-[A-Za-z0-9_-]{40,}", 3.5),
    form("OpenAI key", "T3BlbkFJ", r"T3BlbkFJ[A-Za-z0-9]{20}\b", 3.2),
    form("Anthropic key", "sk-ant-", r"sk-ant-[A-Za-z0-9_-]{80,}", 3.5),
    form("age key", "AGE-SECRET-KEY-1", r"AGE-SECRET-KEY-1[A-Z0-9]{58}\b", 3.5),
    form("web token", "eyJ", r"eyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}", 4.0),
    form(
        "password in an address",
        "://",
        r#"://[A-Za-z0-9._%+-]*:([^\s:/@"'`<>${}*]{6,64})@[A-Za-z0-9-]+\.[A-Za-z0-9.-]+"#,
        2.8,
    ),
];

/// The patterns, in the order of the forms.
pub(super) static PATTERNS: LazyLock<Vec<Option<Regex>>> =
    LazyLock::new(|| FORMS.iter().map(|it| Regex::new(&format!("^(?:{})", it.pattern)).ok()).collect());

/// How evenly the letters of a text are spread, in bits a letter.
pub(super) fn spread(text: &str) -> f64 {
    let mut counts = [0_u32; 256];
    for byte in text.bytes() {
        if let Some(count) = counts.get_mut(usize::from(byte)) {
            *count += 1;
        }
    }
    let length = f64::from(u32::try_from(text.len()).unwrap_or(u32::MAX)).max(1.0);
    let bits = |count: &u32| {
        let share = f64::from(*count) / length;
        -share * share.log2()
    };
    counts.iter().filter(|it| **it > 0).map(bits).sum()
}
