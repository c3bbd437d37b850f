#!/usr/bin/env python3
"""Makes the inputs that are too large to keep: `make.py KIND FOLDER [COUNT]`, KIND one of the table below.

The same arguments make the same bytes. Nothing is measured here; `run.py` does that.
"""

import json
import random
import sys
from pathlib import Path

REGIONS = ["eu-west-1", "eu-central-1", "us-east-1"]


def kubernetes(folder: Path, count: int = 2_400) -> None:
    """A GitOps repository: nearly every file is a manifest, about 7 kB each, an overlay for each tenth application."""
    chance = random.Random(1)
    for number in range(count):
        name = f"app-{number:05}"
        place = folder / f"clusters/{REGIONS[number % 3]}/team-{number % 40:02}/{name}"
        if number % 10 == 0:
            write(place / "kustomization.yaml", f"namespace: team-{number % 40:02}\nresources:\n  - manifests.yaml\n"
                  f"images:\n  - name: registry.example.com/{name}\n    newTag: 1.{number % 17}.0\n")
        write(place / "manifests.yaml", "---\n".join(manifests(name, number, chance)))
    for region in REGIONS:
        write(folder / f"clusters/{region}/README.md", f"# {region}\n")


def manifests(name: str, number: int, chance: random.Random) -> list[str]:
    settings = "".join(f"  SETTING_{at:02}: \"{chance.randrange(1 << 40)} words of a setting that nobody reads\"\n"
                       for at in range(52))
    hardened = number % 3 != 0
    security = ("          securityContext:\n            runAsNonRoot: true\n            runAsUser: 1000\n"
                "            allowPrivilegeEscalation: false\n            readOnlyRootFilesystem: true\n"
                "            capabilities:\n              drop: [ALL]\n") if hardened else ""
    probes = ("          livenessProbe:\n            httpGet: {path: /live, port: http}\n"
              "          readinessProbe:\n            httpGet: {path: /ready, port: http}\n")
    containers = "".join(
        f"        - name: {part}\n          image: registry.example.com/{name}:1.{number % 17}.0\n"
        f"          ports:\n            - name: http\n              containerPort: 80{at}0\n"
        f"          env:\n" + "".join(f"            - name: VARIABLE_{it}\n              value: \"{it}\"\n" for it in range(12))
        + f"          resources:\n            requests: {{cpu: 100m, memory: 128Mi}}\n"
        f"            limits: {{cpu: 200m, memory: 256Mi}}\n" + security + probes
        for at, part in enumerate(["main", "sidecar"]))
    labels = f"app.kubernetes.io/name: {name}"
    return [
        f"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {name}\n  labels:\n    {labels}\nspec:\n"
        f"  replicas: 2\n  selector:\n    matchLabels:\n      {labels}\n  template:\n    metadata:\n      labels:\n"
        f"        {labels}\n    spec:\n      serviceAccountName: {name}\n      containers:\n{containers}",
        f"apiVersion: v1\nkind: Service\nmetadata:\n  name: {name}\nspec:\n  selector:\n    {labels}\n"
        f"  ports:\n    - port: 80\n      targetPort: http\n",
        f"apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: {name}\n",
        f"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {name}\ndata:\n{settings}",
        f"apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: {name}\nspec:\n  rules:\n"
        f"    - host: {name}.example.com\n      http:\n        paths:\n          - path: /\n            pathType: Prefix\n"
        f"            backend:\n              service: {{name: {name}, port: {{number: 80}}}}\n",
    ]


def monorepo(folder: Path, count: int = 50_000) -> None:
    """A repository of programs: one file in two hundred is configuration."""
    chance = random.Random(2)
    line = "func work{0}(input []byte) (int, error) {{ return len(input) + {0}, nil }}\n"
    for number in range(count):
        place = folder / f"services/area-{number % 50:02}/service-{number % 500:03}"
        match number % 1_000:
            case 0:
                write(place / "main.tf", terraform_text(number, 8))
            case 1:
                write(place / f"deploy-{number}.yaml", "---\n".join(manifests(f"it-{number}", number, chance)))
            case 2:
                write(place / "Dockerfile", "FROM golang:1.22 AS build\nCOPY . .\nRUN go build ./...\n"
                      "FROM scratch\nCOPY --from=build /app /app\nUSER 1000\nCMD [\"/app\"]\n")
            case 3:
                write(folder / f".github/workflows/service-{number}.yml", workflow(number))
            case 4:
                write(place / "README.md", "# A service\n\nWhat it does.\n" * 20)
            case _:
                text = "package service\n\n" + "".join(line.format(number * 100 + it) for it in range(chance.randrange(10, 90)))
                write(place / f"work_{number}.go", text)


def workflow(number: int) -> str:
    return (f"name: service {number}\non: [pull_request]\npermissions: {{contents: read}}\njobs:\n  test:\n"
            "    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v4\n      - run: go test ./...\n")


def terraform_text(start: int, count: int) -> str:
    return "".join(
        f"resource \"aws_s3_bucket\" \"it_{number}\" {{\n  bucket = \"bucket-{number}\"\n  tags = {{\n    Owner = \"team\"\n  }}\n}}\n\n"
        f"resource \"aws_security_group\" \"it_{number}\" {{\n  name = \"group-{number}\"\n  ingress {{\n    from_port   = 22\n"
        f"    to_port     = 22\n    protocol    = \"tcp\"\n    cidr_blocks = [\"{'0.0.0.0/0' if number % 4 == 0 else '10.0.0.0/8'}\"]\n  }}\n}}\n\n"
        for number in range(start, start + count))


def terraform(folder: Path, count: int = 20_000) -> None:
    """Resources in files of a hundred, two hundred files a root."""
    for number in range(0, count // 2, 50):
        write(folder / f"root-{number // 10_000}/part_{number}.tf", terraform_text(number, 50))


def plan(folder: Path, count: int = 20_000) -> None:
    """What `terraform show -json` says of `count` resources: 2.5 kB each, in one line."""
    types = ["aws_s3_bucket", "aws_security_group", "aws_instance", "aws_db_instance", "aws_ebs_volume", "aws_sqs_queue",
             "aws_sns_topic", "aws_kms_key", "aws_iam_policy", "aws_lambda_function"]
    changes, resources, written = [], [], []
    for number in range(count):
        kind = types[number % len(types)]
        values = planned(kind, number)
        address = f"{kind}.it[{number}]"
        common = {"address": address, "mode": "managed", "type": kind, "name": "it", "index": number,
                  "provider_name": "registry.terraform.io/hashicorp/aws"}
        resources.append(common | {"schema_version": 0, "values": values, "sensitive_values": {"tags": {}}})
        changes.append(common | {"change": {"actions": ["create"], "before": None, "after": values,
                                            "after_unknown": {"arn": True, "id": True, "tags_all": {}},
                                            "before_sensitive": False, "after_sensitive": {}}})
    for kind in types:
        written.append({"address": f"{kind}.it", "mode": "managed", "type": kind, "name": "it",
                        "provider_config_key": "aws", "expressions": {}, "schema_version": 0,
                        "count_expression": {"constant_value": count // len(types)}})
    whole = {"format_version": "1.2", "terraform_version": "1.9.5", "planned_values": {"root_module": {"resources": resources}},
             "resource_changes": changes, "configuration": {
                 "provider_config": {"aws": {"name": "aws", "full_name": "registry.terraform.io/hashicorp/aws"}},
                 "root_module": {"resources": written}}}
    write(folder / "plan.json", json.dumps(whole, separators=(",", ":")))


def planned(kind: str, number: int) -> dict:
    values = {"tags": {f"tag-{it}": f"a value of tag {it} of {number}" for it in range(8)}, "description": "words " * 95,
              "region": REGIONS[number % 3], "timeouts": None}
    match kind:
        case "aws_s3_bucket":
            values |= {"bucket": f"bucket-{number}", "force_destroy": False}
        case "aws_security_group":
            values |= {"name": f"group-{number}", "ingress": [
                {"from_port": 22, "to_port": 22, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"], "ipv6_cidr_blocks": [],
                 "description": "", "self": False, "security_groups": [], "prefix_list_ids": []}]}
        case "aws_instance":
            values |= {"ami": "ami-1", "instance_type": "t3.small", "metadata_options": [{"http_tokens": "optional"}],
                       "root_block_device": [{"encrypted": number % 2 == 0}]}
        case "aws_db_instance":
            values |= {"engine": "postgres", "storage_encrypted": number % 2 == 0, "publicly_accessible": False,
                       "backup_retention_period": number % 9}
        case "aws_ebs_volume":
            values |= {"encrypted": number % 2 == 0, "size": 10}
        case "aws_sqs_queue":
            values |= {"name": f"queue-{number}", "sqs_managed_sse_enabled": number % 2 == 0}
        case "aws_kms_key":
            values |= {"enable_key_rotation": number % 2 == 0}
        case "aws_iam_policy":
            values |= {"name": f"policy-{number}", "policy": json.dumps({"Version": "2012-10-17", "Statement": [
                {"Effect": "Allow", "Action": "s3:*" if number % 4 else "*", "Resource": "*"}]})}
        case "aws_lambda_function":
            values |= {"function_name": f"function-{number}", "runtime": "python3.12", "environment": []}
    return values


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


KINDS = {it.__name__: it for it in (kubernetes, monorepo, terraform, plan)}

if __name__ == "__main__":
    kind, folder, *count = sys.argv[1:]
    KINDS[kind](Path(folder), *(int(it) for it in count))
