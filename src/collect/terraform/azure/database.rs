//! SQL Server, PostgreSQL, MySQL, Cosmos DB and Redis on Azure.

use crate::collect::terraform::reading::{flag as as_flag, instead, lower, one_of as is_one_of, stands};
use crate::collect::terraform::row::{
    Constant, Fact, Join, Row, always, flag, literal, not, number, one_of, row, stated, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::collect::terraform::tags::{CLASSIFICATION, TAGS};
use crate::model::{Entry, EvidenceKind, Node};

use super::tls::version;

pub const ROWS: &[Row] = &[
    database(&["azurerm_mssql_server", "azurerm_sql_server"], SQL_SERVER).joined(&[
        Join {
            types: &["azurerm_mssql_server_extended_auditing_policy"],
            by: "server_id",
            to: "name",
            facts: &[
                flag("audit_log", &["enabled"]).or_true(),
                number("audit_retention_days", &["retention_in_days"]).or_number(0),
            ],
        },
        rules(&["azurerm_mssql_firewall_rule"], "server_id"),
        rules(&["azurerm_sql_firewall_rule"], "server_name"),
        Join {
            types: &["azurerm_sql_active_directory_administrator"],
            by: "server_name",
            to: "name",
            facts: &[always("directory_admin", Constant::Bool(true))],
        },
    ]),
    database(&["azurerm_mssql_database"], SQL_DATABASE).joined(&[Join {
        types: &["azurerm_mssql_database_extended_auditing_policy"],
        by: "database_id",
        to: "name",
        facts: &[number("audit_retention_days", &["retention_in_days"]).or_number(0)],
    }]),
    database(&["azurerm_postgresql_flexible_server"], FLEXIBLE).joined(&[
        Join {
            types: &["azurerm_postgresql_flexible_server_configuration"],
            by: "server_id",
            to: "name",
            facts: CONFIGURATION,
        },
        rules(&["azurerm_postgresql_flexible_server_firewall_rule"], "server_id"),
    ]),
    database(&["azurerm_mysql_flexible_server"], FLEXIBLE).joined(&[
        Join {
            types: &["azurerm_mysql_flexible_server_configuration"],
            by: "server_name",
            to: "name",
            facts: CONFIGURATION,
        },
        rules(&["azurerm_mysql_flexible_server_firewall_rule"], "server_name"),
    ]),
    database(&["azurerm_postgresql_server", "azurerm_mysql_server", "azurerm_mariadb_server"], SINGLE).joined(&[
        Join {
            types: &[
                "azurerm_postgresql_configuration",
                "azurerm_mysql_configuration",
                "azurerm_mariadb_configuration",
            ],
            by: "server_name",
            to: "name",
            facts: &[with("settings", parameter)],
        },
        rules(
            &["azurerm_postgresql_firewall_rule", "azurerm_mysql_firewall_rule", "azurerm_mariadb_firewall_rule"],
            "server_name",
        ),
    ]),
    database(&["azurerm_cosmosdb_account"], COSMOS),
    database(&["azurerm_redis_cache"], REDIS),
];

const fn database(types: &'static [&'static str], facts: &'static [Fact]) -> Row {
    row(EvidenceKind::Database, "azure", types, facts)
}

const ADMITTED: &[Fact] = &[with("open_networks", admitted)];

/// Rules that admit ranges of addresses to a server.
const fn rules(types: &'static [&'static str], by: &'static str) -> Join {
    Join { types, by, to: "name", facts: ADMITTED }
}

/// Every address as one range, anything else from its first to its last address. From `0.0.0.0` to `0.0.0.0` means
/// all that runs at the provider, whoever owns it; that is not every address.
fn admitted(subject: &Subject<'_>) -> Option<Node> {
    let (from, to) = (subject.at("start_ip_address")?, subject.at("end_ip_address")?);
    let range = match (from.as_str(), to.as_str()) {
        (Some("0.0.0.0"), Some("255.255.255.255")) => instead(&to, "0.0.0.0/0"),
        (Some(from), Some(last)) => instead(&to, format!("{from}-{last}")),
        (None, _) if from.as_unresolved().is_some() => from,
        _ => to,
    };
    Some(Node::list(vec![range], subject.resource.span).named(subject.resource.name_span))
}

const SQL_SERVER: &[Fact] = &[
    always("form", Constant::Text("relational")),
    always("role", Constant::Text("server")),
    always("engine", Constant::Text("mssql")),
    always("encrypted", Constant::Bool(true)),
    flag("public", &["public_network_access_enabled"]).or_true(),
    always("backups", Constant::Bool(true)),
    stated("audit_log", &["extended_auditing_policy.0"]),
    number("audit_retention_days", &["extended_auditing_policy.0.retention_in_days"]),
    always("tls_required", Constant::Bool(true)),
    with("min_tls", |it| version(it, "minimum_tls_version")).or_text("1.2"),
    stated("directory_admin", &["azuread_administrator.0"]),
    literal("password", &["administrator_login_password"]),
    CLASSIFICATION,
    TAGS,
];

const SQL_DATABASE: &[Fact] = &[
    always("form", Constant::Text("relational")),
    always("role", Constant::Text("database")),
    always("engine", Constant::Text("mssql")),
    flag("encrypted", &["transparent_data_encryption_enabled"]).or_true(),
    value("kms_key", &["transparent_data_encryption_key_vault_key_id"]),
    number("backup_retention_days", &["short_term_retention_policy.0.retention_days"]).or_number(7),
    flag("geo_redundant_backup", &["geo_backup_enabled"]).or_true(),
    flag("multi_zone", &["zone_redundant"]).or_false(),
    CLASSIFICATION,
    TAGS,
];

const FLEXIBLE: &[Fact] = &[
    always("form", Constant::Text("relational")),
    with("role", role),
    always("encrypted", Constant::Bool(true)),
    value("kms_key", &["customer_managed_key.0.key_vault_key_id"]),
    with("public", public_flexible).or_true(),
    number("backup_retention_days", &["backup_retention_days"]).or_number(7),
    with("geo_redundant_backup", copies_backups),
    one_of("multi_zone", "high_availability.0.mode", &["ZoneRedundant"]).or_false(),
    always("tls_required", Constant::Bool(true)),
    always("min_tls", Constant::Text("1.2")),
    flag("iam_auth", &["authentication.0.active_directory_auth_enabled"]).or_false(),
    literal("password", &["administrator_password"]),
    CLASSIFICATION,
    TAGS,
];

const CONFIGURATION: &[Fact] =
    &[with("tls_required", secure_transport), with("min_tls", oldest_tls), with("settings", parameter)];

const SINGLE: &[Fact] = &[
    always("form", Constant::Text("relational")),
    with("role", role),
    always("encrypted", Constant::Bool(true)),
    flag("public", &["public_network_access_enabled"]).or_true(),
    number("backup_retention_days", &["backup_retention_days"]).or_number(7),
    with("geo_redundant_backup", copies_backups),
    flag("tls_required", &["ssl_enforcement_enabled"]).or_false(),
    with("min_tls", |it| version(it, "ssl_minimal_tls_version_enforced")).or_text("1.2"),
    literal("password", &["administrator_login_password"]),
    CLASSIFICATION,
    TAGS,
];

const COSMOS: &[Fact] = &[
    always("form", Constant::Text("document")),
    always("role", Constant::Text("server")),
    always("encrypted", Constant::Bool(true)),
    value("kms_key", &["key_vault_key_id"]),
    flag("public", &["public_network_access_enabled"]).or_true(),
    always("backups", Constant::Bool(true)),
    one_of("point_in_time_recovery", "backup.0.type", &["Continuous"]).or_false(),
    flag("multi_zone", &["geo_location.0.zone_redundant"]).or_false(),
    not("local_auth", &["local_authentication_disabled"]).or_true(),
    always("tls_required", Constant::Bool(true)),
    with("min_tls", |it| version(it, "minimal_tls_version")).or_text("1.2"),
    CLASSIFICATION,
    TAGS,
];

const REDIS: &[Fact] = &[
    always("form", Constant::Text("cache")),
    always("role", Constant::Text("server")),
    always("encrypted", Constant::Bool(true)),
    flag("public", &["public_network_access_enabled"]).or_true(),
    not("tls_required", &["non_ssl_port_enabled", "enable_non_ssl_port"]).or_true(),
    with("min_tls", |it| version(it, "minimum_tls_version")).or_text("1.0"),
    stated("multi_zone", &["zones"]),
    CLASSIFICATION,
    TAGS,
];

/// A copy for reading is made from the server that it copies.
fn role(subject: &Subject<'_>) -> Option<Node> {
    let mode = subject.at("create_mode").filter(|it| it.as_str() == Some("Replica"));
    Some(match mode {
        Some(mode) => instead(&mode, "replica"),
        None => Node::default_of("server", subject.resource.name_span),
    })
}

/// A copy for reading keeps no backups that could be copied.
fn copies_backups(subject: &Subject<'_>) -> Option<Node> {
    if subject.at("create_mode").is_some_and(|it| it.as_str() == Some("Replica")) {
        return None;
    }
    let stated = subject.at("geo_redundant_backup_enabled").and_then(|it| as_flag(it, true));
    stated.or_else(|| Some(Node::default_of(false, subject.resource.name_span)))
}

/// A server in a subnet of its own has no public address.
fn public_flexible(subject: &Subject<'_>) -> Option<Node> {
    if let Some(subnet) = subject.at("delegated_subnet_id").map(stands).filter(|it| it.as_bool() == Some(true)) {
        return Some(instead(&subnet, false));
    }
    let mode = subject.at("public_network_access").and_then(|it| is_one_of(it, &["Enabled"]));
    mode.or_else(|| subject.at("public_network_access_enabled").and_then(|it| as_flag(it, true)))
}

fn secure_transport(subject: &Subject<'_>) -> Option<Node> {
    setting(subject, &["require_secure_transport"]).and_then(|it| {
        let text = it.as_str()?.to_lowercase();
        Some(instead(&it, matches!(&*text, "on" | "1" | "true")))
    })
}

fn oldest_tls(subject: &Subject<'_>) -> Option<Node> {
    setting(subject, &["ssl_min_protocol_version", "tls_version"])?;
    version(subject, "value")
}

/// One parameter of a server, by name and value.
fn parameter(subject: &Subject<'_>) -> Option<Node> {
    let (name, value) = (subject.at("name").and_then(lower)?, subject.at("value")?);
    let place = subject.resource.name_span;
    let entry = Node::map(vec![Entry::new("name", name), Entry::new("value", value)], place);
    Some(Node::list(vec![entry], place))
}

/// The value of a configuration that has one of these names.
fn setting(subject: &Subject<'_>, names: &[&str]) -> Option<Node> {
    let name = subject.at("name").and_then(lower)?;
    subject.at("value").filter(|_| name.as_str().is_some_and(|it| names.contains(&it)))
}
