//! SQS queues, SNS topics and subscriptions, Kinesis and Kafka streams, event targets.

use crate::collect::terraform::reading::{flag as as_flag, instead, one_of as as_one_of, stands};
use crate::collect::terraform::row::{
    Constant, Fact, Join, Row, always, flag, named, one_of, row, stated, value, with,
};
use crate::collect::terraform::subject::Subject;
use crate::collect::terraform::tags::TAGS;
use crate::model::{EvidenceKind, Node};

use super::statements::statements;

pub const ROWS: &[Row] = &[
    queue(&["aws_sqs_queue"], QUEUE)
        .joined(&[
            Join { types: &["aws_sqs_queue_policy"], by: "queue_url", to: "name", facts: POLICY },
            Join { types: &["aws_sqs_queue_redrive_policy"], by: "queue_url", to: "name", facts: DEAD_LETTER },
            Join { types: &["aws_sqs_queue_redrive_allow_policy"], by: "queue_url", to: "name", facts: HOLDS },
            holds(&["aws_sqs_queue", "aws_sqs_queue_redrive_policy", "aws_sns_topic_subscription"], REDRIVE),
            holds(&["aws_lambda_function"], "dead_letter_config.0.target_arn"),
            holds(&["aws_cloudwatch_event_target"], "dead_letter_config.0.arn"),
            holds(&["aws_scheduler_schedule"], "target.0.dead_letter_config.0.arn"),
        ])
        .excused_by(&["holds_dead_letters"]),
    queue(&["aws_sns_topic"], TOPIC).joined(&[Join {
        types: &["aws_sns_topic_policy"],
        by: "arn",
        to: "name",
        facts: POLICY,
    }]),
    queue(&["aws_sns_topic_subscription"], SUBSCRIPTION),
    queue(&["aws_cloudwatch_event_target"], EVENT_TARGET),
    queue(&["aws_scheduler_schedule"], SCHEDULE),
    queue(&["aws_kinesis_stream"], STREAM),
    queue(&["aws_kinesis_firehose_delivery_stream"], DELIVERY),
    queue(&["aws_msk_cluster"], KAFKA),
    queue(&["aws_mq_broker"], BROKER),
];

const fn queue(types: &'static [&'static str], facts: &'static [Fact]) -> Row {
    row(EvidenceKind::Queue, "aws", types, facts)
}

const fn holds(types: &'static [&'static str], by: &'static str) -> Join {
    Join { types, by, to: "name", facts: HOLDS }
}

/// Where a queue's or subscription's redrive policy names the queue for dead letters.
const REDRIVE: &str = "redrive_policy.deadLetterTargetArn";
const HOLDS: &[Fact] = &[always("holds_dead_letters", Constant::Bool(true))];
const DEAD_LETTER: &[Fact] = &[stated("dead_letter", &["redrive_policy"])];
const POLICY: &[Fact] = &[with("statements", policy)];

const QUEUE: &[Fact] = &[
    always("form", Constant::Text("queue")),
    with("encrypted", encryption_of_queue).or_true(),
    with("encryption_stated", |it| {
        it.at("kms_master_key_id").map(stands).or_else(|| as_flag(it.at("sqs_managed_sse_enabled")?, true))
    })
    .or_false(),
    named("kms_key", &["kms_master_key_id"]),
    stated("dead_letter", &["redrive_policy"]),
    stated("holds_dead_letters", &["redrive_allow_policy"]),
    with("statements", policy),
    TAGS,
];

const TOPIC: &[Fact] = &[
    always("form", Constant::Text("topic")),
    stated("encrypted", &["kms_master_key_id"]),
    named("kms_key", &["kms_master_key_id"]),
    with("statements", policy),
    TAGS,
];

const SUBSCRIPTION: &[Fact] = &[
    always("form", Constant::Text("subscription")),
    value("protocol", &["protocol"]),
    stated("dead_letter", &["redrive_policy"]),
];

const EVENT_TARGET: &[Fact] =
    &[always("form", Constant::Text("target")), stated("dead_letter", &["dead_letter_config.0.arn"])];

const SCHEDULE: &[Fact] =
    &[always("form", Constant::Text("target")), stated("dead_letter", &["target.0.dead_letter_config.0.arn"])];

const STREAM: &[Fact] = &[
    always("form", Constant::Text("stream")),
    one_of("encrypted", "encryption_type", &["KMS"]).or_false(),
    named("kms_key", &["kms_key_id"]),
    TAGS,
];

const DELIVERY: &[Fact] = &[
    always("form", Constant::Text("stream")),
    with("encrypted", encryption_of_delivery).or_false(),
    named("kms_key", &["server_side_encryption.0.key_arn"]),
    TAGS,
];

const KAFKA: &[Fact] = &[
    always("form", Constant::Text("stream")),
    always("encrypted", Constant::Bool(true)),
    named("kms_key", &["encryption_info.0.encryption_at_rest_kms_key_arn"]),
    with("public_network_access", admits_the_internet),
    with("tls_required", refuses_plain_text).or_true(),
    with("logging", writes_broker_logs).or_false(),
    TAGS,
];

const BROKER: &[Fact] = &[
    always("form", Constant::Text("broker")),
    named("kms_key", &["encryption_options.0.kms_key_id"]),
    flag("public_network_access", &["publicly_accessible"]).or_false(),
    flag("logging", &["logs.0.general"]).or_false(),
    TAGS,
];

/// Clients and brokers alike may be let off TLS; shown on the first that is.
fn refuses_plain_text(subject: &Subject<'_>) -> Option<Node> {
    let place = |it: &str| subject.at(&format!("encryption_info.0.encryption_in_transit.0.{it}"));
    let clients = place("client_broker").and_then(|it| as_one_of(it, &["TLS"]));
    let brokers = place("in_cluster").and_then(|it| as_flag(it, true));
    let both: Vec<Node> = clients.into_iter().chain(brokers).collect();
    let open = both.iter().find(|it| it.as_bool() == Some(false)).or(both.iter().find(|it| it.as_bool().is_none()));
    open.or(both.first()).cloned()
}

/// Brokers write their logs to any of three places.
fn writes_broker_logs(subject: &Subject<'_>) -> Option<Node> {
    const PLACES: &[&str] = &["cloudwatch_logs", "cloud_watch_logs", "firehose", "s3"];
    let place = |it: &&str| subject.at(&format!("logging_info.0.broker_logs.0.{it}.0.enabled"));
    let stated: Vec<Node> = PLACES.iter().filter_map(place).filter_map(|it| as_flag(it, true)).collect();
    let on = stated.iter().find(|it| it.as_bool() == Some(true)).or(stated.iter().find(|it| it.as_bool().is_none()));
    on.or(stated.first()).cloned()
}

/// A type other than `DISABLED` gives the brokers addresses on the internet.
fn admits_the_internet(subject: &Subject<'_>) -> Option<Node> {
    let stated = subject.at("broker_node_group_info.0.connectivity_info.0.public_access.0.type")?;
    Some(match stated.as_str() {
        Some(text) => instead(&stated, text != "DISABLED"),
        None => stated,
    })
}

fn policy(subject: &Subject<'_>) -> Option<Node> {
    subject.at("policy").as_ref().and_then(statements)
}

/// With a key of the user's, or with SQS's own unless that is switched off.
fn encryption_of_queue(subject: &Subject<'_>) -> Option<Node> {
    let by_key = subject.at("kms_master_key_id").map(stands);
    match by_key {
        Some(key) if key.as_bool() != Some(false) => Some(key),
        _ => subject.at("sqs_managed_sse_enabled").and_then(|it| as_flag(it, true)),
    }
}

/// A stream that reads from Kinesis is encrypted as that is, and may not be by itself.
fn encryption_of_delivery(subject: &Subject<'_>) -> Option<Node> {
    if let Some(source) = subject.at("kinesis_source_configuration.0.kinesis_stream_arn") {
        let stream = subject.scope.target(&source, &["aws_kinesis_stream"], "name")?;
        let encryption = Subject::alone(stream, subject.scope).at("encryption_type")?;
        return crate::collect::terraform::reading::one_of(encryption, &["KMS"]);
    }
    subject.at("server_side_encryption.0.enabled").and_then(|it| as_flag(it, true))
}
