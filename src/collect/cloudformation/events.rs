//! What SAM makes of a function's events: the right of a service to call it, and methods of APIs.

use crate::collect::terraform::Resource;
use crate::collect::terraform::reading::{instead, read};
use crate::model::{Cause, Entry, Node, Shape, Unresolved, Value};

use super::translate::{Declared, resource};

/// Kinds of events behind which a service calls, and the name under which it does.
const CALLERS: &[(&str, &str)] = &[
    ("AlexaSkill", "alexa-appkit.amazon.com"),
    ("CloudWatchEvent", "events.amazonaws.com"),
    ("CloudWatchLogs", "logs.amazonaws.com"),
    ("Cognito", "cognito-idp.amazonaws.com"),
    ("EventBridgeRule", "events.amazonaws.com"),
    ("IoTRule", "iot.amazonaws.com"),
    ("S3", "s3.amazonaws.com"),
    ("SNS", "sns.amazonaws.com"),
    ("Schedule", "events.amazonaws.com"),
];

const FUNCTION: &str = "AWS::Serverless::Function";

/// The kinds of APIs: the event, the type of the API, the resource that Terraform knows, and the event's property that
/// names the API.
const APIS: &[(&str, &str, &str, &str)] = &[
    ("Api", "AWS::Serverless::Api", "aws_api_gateway_method", "RestApiId"),
    ("HttpApi", "AWS::Serverless::HttpApi", "aws_apigatewayv2_route", "ApiId"),
];

/// What the events and managed policies of every function make.
pub(super) fn made(declared: &[Declared], globals: Option<&Node>) -> Vec<Resource> {
    let functions = declared.iter().filter(|it| it.native_type == FUNCTION);
    functions.flat_map(|it| of_function(it, declared, globals)).collect()
}

fn of_function(function: &Declared, declared: &[Declared], globals: Option<&Node>) -> Vec<Resource> {
    let events = function.properties.get("Events").map(Node::entries).unwrap_or_default();
    let mut made: Vec<Resource> = Vec::new();
    for event in events {
        let Some(kind) = event.node.get("Type").and_then(Node::as_str) else { continue };
        let address = format!("{}.Events.{}", function.name, event.name);
        if let Some((_, principal)) = CALLERS.iter().find(|(it, _)| *it == kind) {
            made.push(placed(
                function,
                "aws_lambda_permission",
                address,
                event,
                permission(function, event, principal),
            ));
        } else if let Some((_, api, to, by)) = APIS.iter().find(|(it, ..)| *it == kind) {
            let api = Api { declared, globals, native_type: api, by };
            let name = format!("{}.{}", function.name, event.name);
            let method = match *to {
                "aws_api_gateway_method" => api.method(event),
                _ => api.route(event),
            };
            made.push(Resource { name, ..placed(function, to, address, event, method) });
        }
    }
    made.extend(attachments(function));
    made
}

fn placed(function: &Declared, to: &str, address: String, event: &Entry, entries: Vec<Entry>) -> Resource {
    let name_span = event.node.name_span.unwrap_or(event.node.span);
    let body = Node::map(entries, event.node.span).named(name_span);
    Resource { span: event.node.span, name_span, ..resource(function, to, address, body) }
}

/// SAM limits each right to the source that the event names.
fn permission(function: &Declared, event: &Entry, principal: &str) -> Vec<Entry> {
    let place = event.node.name_span.unwrap_or(event.node.span);
    let about = |name: &str| {
        let cause = Cause::AfterApply(name.to_owned());
        Node::unresolved(Unresolved { cause, place: function.name_span, shape: Shape::Reference }, function.name_span)
    };
    vec![
        Entry::new("function_name", about(&function.name)),
        Entry::new("principal", Node::new(principal, place)),
        Entry::new("source_arn", about(&format!("{}.{}", function.name, event.name))),
    ]
}

/// The API that an event belongs to.
struct Api<'d> {
    declared: &'d [Declared],
    globals: Option<&'d Node>,
    native_type: &'static str,
    /// The event's property that names it.
    by: &'static str,
}

impl Api<'_> {
    /// A setting of the API's `Auth`: that of the API the event names, else that of the globals, from which SAM makes one.
    fn setting(&self, event: &Node, name: &str) -> Option<Node> {
        let named = read(event, &format!("Properties.{}", self.by));
        let Some(named) = named else {
            let section = self.native_type.rsplit("::").next().unwrap_or_default();
            return read(self.globals?, &format!("{section}.Auth.{name}"));
        };
        let is_it = |it: &&Declared| match named.as_unresolved().map(|it| &it.cause) {
            Some(Cause::AfterApply(name)) => it.name == *name,
            _ => false,
        };
        match self.declared.iter().find(is_it) {
            Some(api) if api.native_type == self.native_type => read(&api.properties, &format!("Auth.{name}")),
            // Another template, or another kind of resource, says who may call.
            _ => {
                let cause = Cause::OutOfScope(format!("the API that {} names", self.by));
                let unknown = Unresolved { cause, place: named.span, shape: Shape::Any };
                Some(Node { value: Value::Unresolved(Box::new(unknown)), ..named })
            }
        }
    }

    /// Who may call, as the event says it or the API's default.
    fn authorizer(&self, event: &Node) -> Option<Node> {
        let own = read(event, "Properties.Auth.Authorizer");
        own.or_else(|| self.setting(event, "DefaultAuthorizer"))
    }

    fn method(&self, event: &Entry) -> Vec<Entry> {
        let place = event.node.name_span.unwrap_or(event.node.span);
        let mut entries = Vec::new();
        let authorization = match self.authorizer(&event.node) {
            Some(name) => match name.as_str() {
                Some("NONE" | "AWS_IAM") | None => name,
                Some(_) => instead(&name, "CUSTOM"),
            },
            None => Node::default_of("NONE", place),
        };
        entries.push(Entry::new("authorization", authorization));
        let key = read(&event.node, "Properties.Auth.ApiKeyRequired");
        let key = key.or_else(|| self.setting(&event.node, "ApiKeyRequired"));
        entries.extend(key.map(|it| Entry::new("api_key_required", it)));
        entries.extend(http_method(&event.node).map(|it| Entry::new("http_method", it)));
        if let Some(model) =
            read(&event.node, "Properties.RequestModel.ValidateBody").filter(|it| it.as_bool() == Some(true))
        {
            entries.push(Entry::new("request_validator_id", instead(&model, "made by SAM")));
        }
        entries
    }

    fn route(&self, event: &Entry) -> Vec<Entry> {
        let mut entries = Vec::new();
        if let Some(name) = self.authorizer(&event.node) {
            let kind = match name.as_str() {
                Some("NONE" | "AWS_IAM") | None => name,
                Some(_) => instead(&name, "JWT"),
            };
            entries.push(Entry::new("authorization_type", kind));
        }
        let path = read(&event.node, "Properties.Path");
        let method = http_method(&event.node);
        let key = match (&method, path.as_ref().and_then(Node::as_str)) {
            (Some(method), Some(path)) => method.as_str().map(|it| instead(method, format!("{it} {path}"))),
            _ => None,
        };
        entries.extend(key.map(|it| Entry::new("route_key", it)));
        entries
    }
}

fn http_method(event: &Node) -> Option<Node> {
    let stated = read(event, "Properties.Method")?;
    match stated.as_str().map(str::to_uppercase) {
        Some(text) => Some(instead(&stated, text)),
        None => Some(stated),
    }
}

/// Managed policies, by name or ARN; SAM takes the names of AWS's own without their ARN.
fn attachments(function: &Declared) -> Vec<Resource> {
    if function.properties.get("Role").is_some() {
        return Vec::new();
    }
    let Some(policies) = function.properties.get("Policies") else { return Vec::new() };
    let listed = match policies.value {
        Value::List(_) => policies.items(),
        _ => std::slice::from_ref(policies),
    };
    let attachment = |(number, policy): (usize, &Node)| {
        let text = policy.as_str()?;
        let arn = if text.starts_with("arn:") { text.to_owned() } else { format!("arn:aws:iam::aws:policy/{text}") };
        let place = policy.span;
        let body = vec![
            Entry::new("policy_arn", instead(policy, arn)),
            Entry::new("role", Node::new(format!("{}Role", function.name), place)),
        ];
        let address = format!("{}.ManagedPolicies.{number}", function.name);
        let made = resource(function, "aws_iam_role_policy_attachment", address, Node::map(body, place).named(place));
        Some(Resource { span: place, name_span: place, ..made })
    };
    listed.iter().enumerate().filter_map(attachment).collect()
}
