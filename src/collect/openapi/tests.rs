//! What descriptions become: operations, servers, schemes, and files that are none.

use std::sync::Arc;

use super::*;
use crate::model::{FileStatus, SourceId};

fn collected(files: &[(&str, &str)]) -> Collected {
    let files: Vec<SourceFile> = (0..)
        .zip(files)
        .map(|(at, (path, text))| SourceFile {
            id: SourceId(at),
            path: (*path).into(),
            text: Arc::from(*text),
            collectors: vec![0],
        })
        .collect();
    collect(&Target::default(), &files.iter().collect::<Vec<_>>())
}

fn fact(collected: &Collected, address: &str, path: &str) -> Option<String> {
    let it = collected.evidence.iter().find(|it| it.address.as_deref() == Some(address))?;
    it.facts.dotted(path).and_then(Node::scalar_text)
}

const PETS: &str = "
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers:
  - url: http://pets.example
  - url: http://localhost:8080
  - url: /v1
  - url: '{scheme}://x.example'
    variables: {scheme: {default: https, enum: [https, http]}}
security: [{key: []}]
components:
  securitySchemes:
    key: {type: apiKey, in: query, name: k}
    login: {type: oauth2, flows: {implicit: {}, clientCredentials: {}}}
    plain: {type: http, scheme: Basic}
  schemas:
    Pet:
      type: object
      properties:
        name: {type: string}
        tag: {type: string, maxLength: 3}
        friends: {type: array, items: {$ref: '#/components/schemas/Pet'}}
paths:
  /pets:
    get: {responses: {'200': {description: ok}, default: {description: no}}}
    post:
      security: []
      summary: make one
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'201': {content: {application/json: {schema: {type: object}}}}}
    put: {security: [{}, {login: []}], responses: {}}
  /other: {$ref: 'paths/other.yaml#/item'}
  /gone: {$ref: '../../gone.yaml'}
";

#[test]
fn operations_servers_and_schemes_are_endpoints() {
    let other = "item:\n  get:\n    responses: {'200': {description: x}}\n";
    let found = collected(&[("api.yaml", PETS), ("paths/other.yaml", other)]);
    let fact = |address: &str, path: &str| fact(&found, address, path);
    for (address, path, value) in [
        ("servers.0", "tls", Some("false")),
        ("servers.1", "tls", Some("false")),
        ("servers.2", "tls", None),
        ("components.securitySchemes.key", "key_in", Some("query")),
        ("components.securitySchemes.login", "oauth_flows.0", Some("implicit")),
        ("components.securitySchemes.plain", "sign_in", Some("basic")),
        ("/pets.get", "authorization", Some("apikey")),
        ("/pets.get", "responses_without_schema.0", Some("200")),
        ("/pets.get", "describes_errors", Some("true")),
        ("/pets.get", "described", Some("false")),
        ("/pets.post", "authorization", Some("none")),
        ("/pets.post", "unbounded_inputs.0", None),
        ("components.schemas.Pet", "unbounded_inputs.0", Some("name")),
        ("components.schemas.Pet", "unbounded_inputs.1", None),
        ("/pets.post", "responses_without_schema.0", None),
        ("/pets.post", "describes_errors", Some("false")),
        ("/pets.put", "authorization", Some("none")),
        ("/pets.put", "describes_responses", Some("false")),
        ("/other.get", "authorization", Some("apikey")),
        ("api", "unbounded_lists.0", Some("a list")),
        ("api", "unbounded_lists.1", None),
    ] {
        assert_eq!(fact(address, path).as_deref(), value, "{address} {path}");
    }
    let statuses: Vec<_> = found.readings.iter().map(|it| it.status).collect();
    assert_eq!(statuses, [FileStatus::Partly, FileStatus::Collected]);
}

#[test]
fn swagger_says_the_same_in_other_words() {
    let text = r#"{"swagger": "2.0", "info": {"title": "x"}, "schemes": ["https", "http"],
        "securityDefinitions": {"o": {"type": "oauth2", "flow": "password"}, "b": {"type": "basic"}},
        "paths": {"/a": {"get": {"schemes": ["http"], "security": [{"b": []}], "parameters": [
            {"in": "query", "name": "q", "type": "string"}], "responses": {"200": {"schema": {"type": "object"}}}},
            "post": {"responses": {}}}}}"#;
    let found = collected(&[("swagger.json", text)]);
    let fact = |address: &str, path: &str| fact(&found, address, path);
    assert_eq!(fact("schemes.1", "tls").as_deref(), Some("false"));
    assert_eq!(fact("/a.get.schemes.0", "tls").as_deref(), Some("false"));
    assert_eq!(fact("securityDefinitions.o", "oauth_flows.0").as_deref(), Some("password"));
    assert_eq!(fact("securityDefinitions.b", "sign_in").as_deref(), Some("basic"));
    assert_eq!(fact("/a.get", "authorization").as_deref(), Some("basic"));
    assert_eq!(fact("/a.get", "unbounded_inputs.0").as_deref(), Some("q"));
    assert_eq!(fact("/a.post", "authorization").as_deref(), Some("none"));
}

#[test]
fn what_operations_share_is_told_once_and_only_where_it_is_taken() {
    let text = "openapi: 3.0.3
paths:
  /a:
    parameters: [{$ref: '#/components/parameters/page'}, {in: query, name: all, schema: {type: string}}]
    get: {responses: {'200': {$ref: '#/components/responses/out'}}}
    put: {requestBody: {$ref: '#/components/requestBodies/new'}}
    post: {requestBody: {content: {application/json: {schema: {$ref: 'parts.yaml#/Part'}}}}}
components:
  parameters: {page: {in: query, name: n, schema: {type: integer}}}
  requestBodies: {new: {content: {application/json: {schema: {properties: {word: {type: string}}}}}}}
  responses: {out: {content: {application/json: {schema: {$ref: '#/components/schemas/Out'}}}}}
  schemas: {Out: {properties: {told: {type: string}}}}
";
    let found = collected(&[("api.yaml", text), ("parts.yaml", "Part: {properties: {x: {type: string}}}\n")]);
    let open = found.evidence.iter().filter(|it| it.facts.dotted("unbounded_inputs.0").is_some());
    let open: Vec<_> = open.filter_map(|it| it.address.as_deref()).collect();
    assert_eq!(
        open,
        ["/a.parameters", "components.requestBodies.new", "parts.yaml.Part", "components.parameters.page"]
    );
    assert_eq!(found.readings.get(1).map(|it| it.status), Some(FileStatus::Collected));
}

#[test]
fn only_descriptions_are_recognised() {
    assert!(recognises(PETS));
    assert!(recognises("{\"swagger\":\"2.0\",\"paths\":{}}"));
    assert!(recognises("get:\n  responses: {}\n"));
    for text in ["kind: Pod\nopenapi: x", "a: openapi\n", "spec:\n  openapi: 3\n  paths: []\n", "{\"a\": 1}"] {
        assert!(!recognises(text), "{text}");
    }
}

#[test]
fn odd_descriptions_do_no_harm() {
    let circle = "openapi: 3.0.0\npaths:\n  /a: {$ref: '#/paths/~1a'}\n  /b: 1\n  /c: {get: [1], post: {responses: 1, \
                  security: x, parameters: {a: 1}, requestBody: []}}\n  /d: {get: {parameters: [{$ref: '#/paths'}]}}\n";
    assert_eq!(collected(&[("a.yaml", circle)]).readings.first().map(|it| it.status), Some(FileStatus::Partly));
    for text in
        ["openapi: 3\npaths: []\n", "swagger: []\ncomponents: 1\n", "openapi: 3.0.0\ninfo: {}\n", "{\"openapi\":"]
    {
        collected(&[("a.yaml", text)]);
    }
}
