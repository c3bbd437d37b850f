//! What templates become: values, conditions, joins, and files that are no template.

use std::sync::Arc;

use super::*;
use crate::collect::inputs::Given;
use crate::model::{EvidenceKind, FileStatus, Node, Shape, SourceId};

fn collected(path: &str, text: &str) -> Collected {
    let file = SourceFile { id: SourceId(0), path: path.into(), text: Arc::from(text), collectors: vec![0] };
    collect(&Target::default(), &[&file])
}

fn evidence(text: &str, kind: EvidenceKind, id: &str) -> Option<Evidence> {
    let id = format!("cloudformation:template.yaml#{id}");
    collected("template.yaml", text).evidence.into_iter().find(|it| it.kind == kind && it.id == id)
}

/// A bucket whose name is the expression, under the given sections.
fn name(sections: &str, expression: &str) -> Option<Node> {
    let text =
        format!("{sections}\nResources:\n  B: {{Type: 'AWS::S3::Bucket', Properties: {{BucketName: {expression}}}}}");
    let bucket = evidence(&text, EvidenceKind::Resource, "resource.B")?;
    bucket.facts.dotted("attributes.BucketName").cloned()
}

fn known(sections: &str, expression: &str) -> Option<String> {
    name(sections, expression)?.scalar_text()
}

fn cause(sections: &str, expression: &str) -> Option<String> {
    Some(name(sections, expression)?.as_unresolved()?.cause.name().to_owned())
}

const SECTIONS: &str = r#"
Parameters:
  Env: {Type: String, Default: prod}
  Size: {Type: Number}
  Names: {Type: CommaDelimitedList, Default: "a, b"}
  Stored: {Type: "AWS::SSM::Parameter::Value<String>", Default: /path}
Mappings:
  Sizes: {prod: {Large: big, Small: same}, test: {Large: tiny, Small: same}}
Conditions:
  Prod: !Equals [!Ref Env, prod]
  Other: !Not [!Condition Prod]
  Open: !Equals [!Ref Size, "3"]
  Never: !And [!Condition Open, !Condition Other]
  Always: !Or [!Condition Open, !Condition Prod]
"#;

#[test]
fn functions_give_what_is_known() {
    for (expression, value) in [
        ("!Ref Env", "prod"),
        ("!Sub 'x-${Env}-${!Env}'", "x-prod-${Env}"),
        ("!Sub ['${A}-${Env}', {A: !Ref Env}]", "prod-prod"),
        ("!Join ['-', [a, !Ref Env, c]]", "a-prod-c"),
        ("!Select [1, !Ref Names]", "b"),
        ("!Select ['0', !Split [':', 'a:b']]", "a"),
        ("!If [Prod, yes-name, no-name]", "yes-name"),
        ("!If [Never, a, b]", "b"),
        ("!If [Always, a, b]", "a"),
        ("!If [Open, a, a]", "a"),
        ("!FindInMap [Sizes, !Ref Env, Large]", "big"),
        ("!FindInMap [Sizes, !Ref 'AWS::Region', Small]", "same"),
        ("{'Fn::Base64': text}", "text"),
        ("!Sub 'arn:${AWS::Partition}:s3'", "arn:aws:s3"),
    ] {
        assert_eq!(known(SECTIONS, expression).as_deref(), Some(value), "{expression}");
    }
}

#[test]
fn what_the_template_does_not_tell_names_its_cause() {
    for (expression, waits_for) in [
        ("!Ref Size", "Size"),
        ("!Sub 'x-${Size}'", "Size"),
        ("!If [Open, a, b]", "Size"),
        ("!Ref AWS::Region", "AWS::Region"),
        ("!GetAtt Other.Arn", "Other.Arn"),
        ("!ImportValue net-id", "net-id"),
        ("!FindInMap [Sizes, !Ref Size, Large]", "Size"),
        ("!Ref Stored", "/path"),
        ("'{{resolve:secretsmanager:db}}'", "{{resolve:secretsmanager:db}}"),
        ("{'Fn::Transform': {Name: 'AWS::Include'}}", "Fn::Transform"),
    ] {
        assert_eq!(cause(SECTIONS, expression).as_deref(), Some(waits_for), "{expression}");
    }
    assert_eq!(name(SECTIONS, "!Ref AWS::NoValue"), None);
}

#[test]
fn a_condition_that_fails_leaves_its_resource_out() {
    let text = "Conditions: {No: !Equals [a, b]}\nResources:\n  A: {Type: 'AWS::S3::Bucket', Condition: No}\n  \
                B: {Type: 'AWS::S3::Bucket'}";
    assert_eq!(evidence(text, EvidenceKind::Bucket, "A"), None);
    assert!(evidence(text, EvidenceKind::Bucket, "B").is_some());
}

#[test]
fn circles_are_problems() {
    let text = "Conditions: {A: !Not [!Condition B], B: !Not [!Condition A]}\nResources:\n  \
                X: {Type: 'AWS::S3::Bucket', Condition: A}";
    let collected = collected("template.yaml", text);
    let messages: Vec<_> = collected.readings.iter().flat_map(|it| &it.problems).map(|it| &*it.message).collect();
    assert_eq!(messages, ["condition A depends on itself"]);
    assert!(collected.evidence.iter().any(|it| it.kind == EvidenceKind::Bucket));
}

#[test]
fn separate_resources_speak_of_the_one_they_name() {
    let text = r#"{"Resources": {
        "Logs": {"Type": "AWS::S3::Bucket", "Properties": {
            "AccessControl": "PublicRead",
            "PublicAccessBlockConfiguration": {"BlockPublicAcls": true}}},
        "Policy": {"Type": "AWS::S3::BucketPolicy", "Properties": {"Bucket": {"Ref": "Logs"}, "PolicyDocument": {
            "Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*"}}}}}}"#;
    let bucket = evidence(text, EvidenceKind::Bucket, "Logs").unwrap();
    assert_eq!(bucket.native_type.as_deref(), Some("AWS::S3::Bucket"));
    let fact = |path: &str| bucket.facts.dotted(path).and_then(Node::scalar_text);
    assert_eq!(fact("acl").as_deref(), Some("public-read"));
    assert_eq!(fact("blocks_public_acls").as_deref(), Some("true"));
    assert_eq!(fact("blocks_public_policy").as_deref(), Some("false"));
    assert_eq!(fact("statements.0.effect").as_deref(), Some("deny"));
}

#[test]
fn globals_of_sam_lie_under_each_function() {
    let text = "Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n    Tracing: Active\n    Environment: \
                {Variables: {A: one}}\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      \
                Environment: {Variables: {B: two}}";
    let function = evidence(text, EvidenceKind::Function, "F").unwrap();
    let fact = |path: &str| function.facts.dotted(path).and_then(Node::scalar_text);
    assert_eq!(fact("tracing").as_deref(), Some("true"));
    assert_eq!(fact("environment.A").as_deref(), Some("one"));
    assert_eq!(fact("environment.B").as_deref(), Some("two"));
}

#[test]
fn what_is_no_template_is_left_alone_with_a_reason() {
    for text in ["AWSTemplateFormatVersion: x", "Resources: {A: {Kind: AWS::S3::Bucket}}"] {
        let collected = collected("module.yaml", text);
        assert_eq!(collected.readings.first().map(|it| it.status), Some(FileStatus::Skipped), "{text}");
    }
}

#[test]
fn deep_and_odd_templates_are_read_without_harm() {
    let deep = format!("{}1{}", "{\"Fn::Not\": [".repeat(300), "]}".repeat(300));
    let deep = format!(
        "{{\"Conditions\": {{\"D\": {deep}}}, \"Resources\": {{\"A\": {{\"Type\": \"AWS::S3::Bucket\", \"Condition\": \"D\"}}}}}}"
    );
    collected("deep.json", &deep);
    for text in [
        "Resources: {A: {Type: 'AWS::SQS::QueuePolicy', Properties: {Queues: x, PolicyDocument: [1]}}}",
        "Resources: {A: {Type: 'AWS::S3::Bucket', Properties: [1]}}",
        "Resources: {A: {Type: 'AWS::S3::Bucket', Properties: {BucketName: {Ref: [1]}, Tags: {Ref: x}}}}",
        "Resources: {A: {Type: 'AWS::EC2::Instance', Properties: {BlockDeviceMappings: !Ref X, NetworkInterfaces: 1}}}",
        "Parameters: 1\nResources: {A: {Type: 'AWS::IAM::Role', Properties: {Policies: !Sub [], X: !If [], Y: !Select []}}}",
    ] {
        assert!(!collected("odd.yaml", text).evidence.is_empty(), "{text}");
    }
}

#[test]
fn the_default_of_a_hidden_parameter_is_a_secret_of_the_source() {
    let text = "Parameters: {P: {Type: String, NoEcho: true, Default: correct-horse}}\nResources: {A: {Type: \
                'AWS::S3::Bucket'}}";
    let secrets = collected("template.yaml", text).secrets;
    let stated: Vec<_> = secrets.iter().filter_map(|it| text.get(it.range())).collect();
    assert_eq!(stated, ["correct-horse"]);
}

#[test]
fn loops_make_what_stands_in_them_for_each_item() {
    let text = r#"
Transform: AWS::LanguageExtensions
Parameters: {Names: {Type: CommaDelimitedList, Default: "logs,data-lake"}, Open: {Type: CommaDelimitedList}}
Mappings: {Keys: {logs: {Key: alias/logs}}}
Resources:
  Fn::ForEach::Topics:
    - Name
    - !Ref Names
    - Topic&{Name}:
        Type: AWS::SNS::Topic
        Properties:
          TopicName: !Sub "t-${Name}"
          DisplayName: {Ref: Name}
          Fn::ForEach::Properties:
            - Property
            - [KmsMasterKeyId]
            - ${Property}: !FindInMap [Keys, !Ref Name, Key, DefaultValue: alias/aws/sns]
  Fn::ForEach::Nobody: [Id, !Ref Open, {"Bucket${Id}": {Type: "AWS::S3::Bucket", Properties: {BucketName: "x-${Id}"}}}]
"#;
    let attribute = |id: &str, path: &str| {
        evidence(text, EvidenceKind::Resource, id)?.facts.dotted(&format!("attributes.{path}")).cloned()
    };
    let known = |id: &str, path: &str| attribute(id, path).and_then(|it| it.scalar_text());
    assert_eq!(known("resource.Topicdatalake", "TopicName").as_deref(), Some("t-data-lake"));
    assert_eq!(known("resource.Topicdatalake", "DisplayName").as_deref(), Some("data-lake"));
    assert_eq!(known("resource.Topicdatalake", "KmsMasterKeyId").as_deref(), Some("alias/aws/sns"));
    assert_eq!(known("resource.Topiclogs", "KmsMasterKeyId").as_deref(), Some("alias/logs"));
    let open = attribute("resource.Bucket*", "BucketName").unwrap();
    assert_eq!(open.as_unresolved().map(|it| it.cause.name()), Some("Open"));
    assert!(collected("template.yaml", text).readings.iter().all(|it| it.problems.is_empty()));
}

#[test]
fn what_is_no_resource_is_a_problem_with_its_place() {
    let text =
        "Resources:\n  A: {Type: 'AWS::S3::Bucket'}\n  B: !Sub x\n  C: [1]\n  D: {Type: {a: b}}\n  E: {Type: =}\n";
    let problems: Vec<_> = collected("template.yaml", text).readings.into_iter().flat_map(|it| it.problems).collect();
    assert_eq!(problems.len(), 4, "{problems:?}");
    assert!(problems.iter().all(|it| it.span.is_some()));
    let listed = collected("template.yaml", "Resources:\n  - Type: AWS::S3::Bucket\n");
    assert_eq!(listed.readings.first().map(|it| it.status), Some(FileStatus::Failed));
}

#[test]
fn values_from_outside_take_the_place_of_defaults() {
    let text = "Parameters: {Name: {Type: String, Default: a}, Size: {Type: Number}, Pw: {Type: String, NoEcho: true}}\n\
                Resources: {B: {Type: 'AWS::S3::Bucket', Properties: {BucketName: !Ref Name}}}";
    let file = SourceFile { id: SourceId(0), path: "t.yaml".into(), text: Arc::from(text), collectors: vec![0] };
    let values = Given {
        from: crate::collect::inputs::From::Parameters,
        source: SourceId(1),
        name: "prod.json".into(),
        text: r#"{"Parameters": {"Name": "b", "Pw": "correct-horse", "Other": "x"}}"#.into(),
    };
    let target = Target { given: vec![values], ..Target::default() };
    let collected = collect(&target, &[&file]);
    let bucket = collected.evidence.iter().find(|it| it.kind == EvidenceKind::Resource).unwrap();
    let name = bucket.facts.dotted("attributes.BucketName").unwrap();
    assert_eq!(name.as_str(), Some("b"));
    assert_eq!(name.via.iter().flat_map(|it| it.iter()).map(|it| &*it.note).collect::<Vec<_>>(), ["set in prod.json"]);
    assert_eq!(collected.secrets.len(), 1);
    let fit: Vec<_> = collected.answers.iter().map(|it| (&*it.name, it.fit.clone())).collect();
    assert_eq!(fit, [("Name", Fit::Taken), ("Other", Fit::Undeclared), ("Pw", Fit::Taken)]);
}

#[test]
fn allowed_values_decide_a_condition() {
    let sections = "Parameters: {Env: {Type: String, AllowedValues: [dev, test]}}\n\
                    Conditions: {Prod: !Equals [!Ref Env, prod], Dev: !Equals [dev, !Ref Env]}";
    assert_eq!(known(sections, "!If [Prod, a, b]").as_deref(), Some("b"));
    assert_eq!(cause(sections, "!If [Dev, a, b]").as_deref(), Some("Env"));
}

#[test]
fn what_is_known_of_an_unknown_text_is_kept() {
    let sections = "Parameters:\n  Env: {Type: String, AllowedValues: [dev, prod]}\n  Name: {Type: String}\n  \
                    Account: {Type: String, AllowedPattern: '\\d{12}'}\n  Cidr: {Type: String, AllowedPattern: \
                    '[0-9./]+'}\nConditions: {Is: !Equals [!Ref Name, x]}";
    let shape = |expression: &str| Some(name(sections, expression)?.as_unresolved()?.shape.clone());
    let one_of = |texts: &[&str]| Some(Shape::one_of_texts(texts.iter().copied()));
    assert_eq!(shape("!Ref Env"), one_of(&["dev", "prod"]));
    assert_eq!(shape("!If [Is, a, b]"), one_of(&["a", "b"]));
    assert_eq!(shape("!If [Is, a, !Ref Env]"), one_of(&["a", "dev", "prod"]));
    assert_eq!(shape("!If [Is, a, !Ref Name]"), Some(Shape::String));
    assert_eq!(shape("!Ref Account"), Some(Shape::Reference));
    assert_eq!(shape("!Ref Cidr"), Some(Shape::String));
}

#[test]
fn events_of_sam_make_methods_and_callers() {
    let text = r#"
Transform: AWS::Serverless-2016-10-31
Globals: {Api: {Auth: {DefaultAuthorizer: Pool}}}
Resources:
  Web: {Type: AWS::Serverless::HttpApi, Properties: {Auth: {DefaultAuthorizer: Jwt}}}
  Open: {Type: AWS::Serverless::Api, Properties: {StageName: v1}}
  F:
    Type: AWS::Serverless::Function
    Properties:
      Policies: [AdministratorAccess, S3ReadPolicy: {BucketName: x}, Statement: [{Effect: Allow, Action: "s3:*", Resource: "*"}]]
      Events:
        A: {Type: Api, Properties: {Path: /, Method: get}}
        B: {Type: Api, Properties: {Path: /, Method: get, RestApiId: !Ref Open}}
        C: {Type: Api, Properties: {Path: /, Method: get, Auth: {Authorizer: NONE}}}
        D: {Type: HttpApi, Properties: {Path: /, Method: get, ApiId: !Ref Web}}
        E: {Type: HttpApi, Properties: {Path: /, Method: get}}
        G: {Type: SNS, Properties: {Topic: x}}
        H: {Type: Api, Properties: {Path: /, Method: get, RestApiId: !ImportValue api}}
"#;
    let of = |id: &str, fact: &str| evidence(text, EvidenceKind::Endpoint, id)?.facts.get(fact).cloned();
    let authorization = |event: &str| of(&format!("F.Events.{event}"), "authorization").and_then(|it| it.scalar_text());
    for (event, answer) in [
        ("A", Some("custom")),
        ("B", Some("custom")),
        ("C", Some("none")),
        ("D", Some("jwt")),
        ("E", Some("none")),
        ("H", None),
    ] {
        assert_eq!(authorization(event).as_deref(), answer, "{event}");
    }
    let function = evidence(text, EvidenceKind::Function, "F").unwrap();
    assert_eq!(function.facts.get("asynchronous").and_then(Node::as_bool), Some(true));
    let grant = |id: &str| evidence(text, EvidenceKind::Grant, id);
    let attached = grant("F.ManagedPolicies.0").unwrap();
    assert_eq!(attached.facts.get("role").and_then(Node::as_str), Some("arn:aws:iam::aws:policy/AdministratorAccess"));
    assert!(grant("F.Policies.2.policy.0").is_some());
}

#[test]
fn constructs_of_the_cdk_keep_their_names() {
    let text = r#"{"Resources": {"FilesBucketF68F3FF0": {"Type": "AWS::S3::Bucket",
        "Metadata": {"aws:cdk:path": "App/Files/Bucket/Resource"}}}}"#;
    let bucket = evidence(text, EvidenceKind::Bucket, "FilesBucketF68F3FF0").unwrap();
    assert_eq!(bucket.name, "Files/Bucket");
    assert_eq!(bucket.address.as_deref(), Some("FilesBucketF68F3FF0"));
}
